package cn.qifeng.evaluation.scoring.application;

import cn.qifeng.evaluation.blind.application.ReadBlindFiles;
import cn.qifeng.evaluation.panel.application.RunningSessions;
import cn.qifeng.evaluation.panel.application.SignedStatements;
import cn.qifeng.evaluation.panel.domain.EvaluationSession;
import cn.qifeng.evaluation.panel.domain.SessionId;
import cn.qifeng.evaluation.panel.domain.Stage;
import cn.qifeng.evaluation.panel.domain.Trustee;
import cn.qifeng.evaluation.scoring.domain.ScoringRefusal;
import cn.qifeng.evaluation.scoring.domain.SheetDrafts;
import cn.qifeng.evaluation.scoring.domain.Sheets;
import cn.qifeng.evaluation.scoring.domain.StoredSheet;
import cn.qifeng.kernel.Facts;
import cn.qifeng.trust.hash.Hex;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.json.Fields;
import cn.qifeng.trust.note.SealedNote;
import cn.qifeng.trust.score.Commitments;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** A member commits to a sheet that nobody can read yet (密封提交评分). The last commitment opens the revealing. */
@ApplicationScoped
public class CommitSheet {

    private static final int HASH_BYTES = 32;

    private final RunningSessions running;
    private final ReadBlindFiles blindFiles;
    private final Sheets sheets;
    private final SheetDrafts drafts;
    private final ScoringEntries entries;

    CommitSheet(
            RunningSessions running,
            ReadBlindFiles blindFiles,
            Sheets sheets,
            SheetDrafts drafts,
            ScoringEntries entries) {
        this.running = running;
        this.blindFiles = blindFiles;
        this.sheets = sheets;
        this.drafts = drafts;
        this.entries = entries;
    }

    /** What the member's client needs: {@code {doc, keySet, member}}. */
    @Transactional
    public ObjectNode toSign(SessionId id, String person) {
        var session = running.read(id);
        var seat = RunningSessions.seated(session, person, Stage.SCORING, Stage.REVEALING);
        var answer = CanonicalJson.object().put("member", seat.member());
        answer.set("doc", template(session, "sheet-commit"));
        answer.set(
                "keySet",
                CanonicalJson.decode(
                        session.ceremony().keySetJson().orElseThrow().getBytes(StandardCharsets.UTF_8)));
        return answer;
    }

    /** Takes the signed commitment. */
    @Transactional
    public void commit(SessionId id, String person, JsonNode json) {
        var session = running.lock(id);
        var seat = RunningSessions.seated(session, person, Stage.SCORING);
        blindFiles.requireReady(session);
        if (sheets.of(id.toString(), session.round(), seat.member()).isPresent()) {
            throw ScoringRefusal.COMMITTED_ALREADY.with(
                    Facts.of("round", session.round()).map());
        }
        var statement = SignedStatements.verified(
                json, template(session, "sheet-commit"), Set.of("commit", "note"), seat.member());
        var fields = Fields.of(statement.doc());
        var commit = Hex.encode(fields.hex("commit", HASH_BYTES));
        checkNote(session, commit, fields.get("note"));
        sheets.save(
                id.toString(),
                StoredSheet.sealed(seat.member(), session.round(), commit, SignedStatements.text(statement)));
        drafts.dropAll(id.toString(), seat.member());
        entries.committed(session, statement);
        if (allCommitted(session)) {
            running.save(session.committed());
            entries.requestHead(session);
        }
    }

    static ObjectNode template(EvaluationSession session, String type) {
        return CanonicalJson.object()
                .put("type", type)
                .put("v", 1)
                .put("tender", session.order().tender().toString())
                .put("session", session.id().toString())
                .put("version", session.round());
    }

    private boolean allCommitted(EvaluationSession session) {
        var committed = sheets.of(session.id().toString(), session.round()).stream()
                .map(StoredSheet::member)
                .toList();
        return session.panel().seated().stream().allMatch(it -> committed.contains(it.member()));
    }

    private static void checkNote(EvaluationSession session, String commit, JsonNode doc) {
        var note = SealedNote.from(doc);
        same("note.set", Hex.encode(note.set()), session.ceremony().set().orElseThrow());
        same("note.context", Hex.encode(note.context()), Hex.encode(Commitments.noteContext(Hex.decode(commit))));
        same(
                "note.shares",
                note.shares().stream().map(SealedNote.Share::memberHex).sorted().toList(),
                session.order().trustees().stream()
                        .map(Trustee::certificateId)
                        .sorted()
                        .toList());
    }

    private static void same(String field, Object seen, Object expected) {
        if (!seen.equals(expected)) {
            throw ScoringRefusal.NOTE_DIFFERS.with(
                    Facts.field(field, seen, expected).map());
        }
    }
}
