package cn.qifeng.evaluation.scoring.application;

import cn.qifeng.evaluation.panel.application.ConvenePanel;
import cn.qifeng.evaluation.panel.application.RunningSessions;
import cn.qifeng.evaluation.panel.application.SignedStatements;
import cn.qifeng.evaluation.panel.domain.EvaluationSession;
import cn.qifeng.evaluation.panel.domain.Seat;
import cn.qifeng.evaluation.panel.domain.SessionId;
import cn.qifeng.evaluation.panel.domain.Stage;
import cn.qifeng.evaluation.panel.domain.Trustee;
import cn.qifeng.evaluation.scoring.domain.ScoringRefusal;
import cn.qifeng.evaluation.scoring.domain.Sheets;
import cn.qifeng.evaluation.scoring.domain.StoredSheet;
import cn.qifeng.kernel.Facts;
import cn.qifeng.kernel.Refused;
import cn.qifeng.trust.cipher.Sm4Gcm;
import cn.qifeng.trust.hash.Hex;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.json.Fields;
import cn.qifeng.trust.keyset.KeySet;
import cn.qifeng.trust.note.NoteSealer;
import cn.qifeng.trust.note.SealedNote;
import cn.qifeng.trust.sign.Statement;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Opens the sheets that members did not reveal, by the shares of k trustees of the session's set (代为揭示评分). A sheet
 * that does not match its commitment counts as none, and its member is replaced (实施条例 §48).
 */
@ApplicationScoped
public class OpenSheets {

    private static final int SHARE_BYTES = 16;
    private static final int SHARES_MAX = 32;
    private static final String REASON = "密封的评分与承诺不符";

    private final RunningSessions running;
    private final Sheets sheets;
    private final RevealSheet revealSheet;
    private final ConvenePanel convenePanel;
    private final ScoringEntries entries;
    private final NoteSealer sealer = new NoteSealer(new Sm4Gcm(), new SecureRandom());

    OpenSheets(
            RunningSessions running,
            Sheets sheets,
            RevealSheet revealSheet,
            ConvenePanel convenePanel,
            ScoringEntries entries) {
        this.running = running;
        this.sheets = sheets;
        this.revealSheet = revealSheet;
        this.convenePanel = convenePanel;
        this.entries = entries;
    }

    /** Sessions whose revealing waits for sheets that this trustee can help to open. */
    @Transactional
    public List<SealedSheets> of(String certificate) {
        return running.in(Stage.REVEALING).stream()
                .filter(it -> trustee(it, certificate).isPresent())
                .map(it -> new SealedSheets(it, missing(it)))
                .filter(it -> !it.sheets().isEmpty())
                .toList();
    }

    /** Takes a trustee's {@code sheet-shares}: one share for each sheet that is missing. */
    @Transactional
    public void give(SessionId id, String certificate, JsonNode json) {
        var session = running.lock(id);
        session.require(Stage.REVEALING);
        if (trustee(session, certificate).isEmpty()) {
            throw ScoringRefusal.NOT_OF_THE_SET.with(
                    Facts.of("certificate", certificate).map());
        }
        var statement = SignedStatements.verified(
                json, CommitSheet.template(session, "sheet-shares"), Set.of("shares"), certificate);
        var shares = shares(statement);
        var missing = missing(session);
        missing.forEach(it -> requireGood(it, certificate, shares.get(it.member())));
        entries.shared(session, statement);
        for (var sheet : missing) {
            var next = sheet.with(certificate, Hex.encode(shares.get(sheet.member())));
            sheets.save(id.toString(), next);
            if (running.read(id).stage() == Stage.REVEALING) {
                open(running.read(id), next);
            }
        }
    }

    private void open(EvaluationSession session, StoredSheet stored) {
        var set = KeySet.from(CanonicalJson.decode(
                session.ceremony().keySetJson().orElseThrow().getBytes(StandardCharsets.UTF_8)));
        if (stored.shares().size() < set.threshold()) {
            return;
        }
        var seat = seat(session, stored.member());
        var opened = content(set, stored).map(Fields::of).filter(it -> valid(session, seat, stored, it));
        if (opened.isEmpty()) {
            entries.voided(session, stored.member());
            convenePanel.replace(session.id(), seat.number(), REASON);
            return;
        }
        entries.opened(session, stored.member(), opened.get().doc());
        revealSheet.take(session, seat, stored, opened.get().object("sheet").doc());
    }

    /** What the note holds; nothing when it is not what its key rebuilds. */
    private Optional<ObjectNode> content(KeySet set, StoredSheet stored) {
        var shares = stored.shares().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, it -> Hex.decode(it.getValue())));
        try {
            return Optional.of(CanonicalJson.decode(sealer.open(note(stored), set, shares)));
        } catch (Refused foreign) {
            return Optional.empty();
        }
    }

    /** What its member could not have revealed counts as none either: incomplete, or outside of a re-review. */
    private boolean valid(EvaluationSession session, Seat seat, StoredSheet stored, Fields opened) {
        try {
            return RevealSheet.matches(session, seat, stored, opened.exactly("nonce", "sheet"))
                    && revealSheet.accepts(session, seat, opened.object("sheet").doc());
        } catch (Refused malformed) {
            return false;
        }
    }

    private List<StoredSheet> missing(EvaluationSession session) {
        return sheets.of(session.id().toString(), session.round()).stream()
                .filter(it -> !it.revealed())
                .toList();
    }

    private void requireGood(StoredSheet sheet, String certificate, byte[] share) {
        if (share == null || !sealer.isGood(note(sheet), certificate, share)) {
            throw ScoringRefusal.BAD_SHARE.with(
                    Facts.field("shares." + sheet.member(), "absent or wrong", "a good share")
                            .map());
        }
    }

    private static Map<String, byte[]> shares(Statement statement) {
        var shares = new HashMap<String, byte[]>();
        for (var json : Fields.of(statement.doc()).array("shares", SHARES_MAX)) {
            var one = Fields.of(json).exactly("member", "share");
            shares.put(one.text("member"), one.hex("share", SHARE_BYTES));
        }
        return shares;
    }

    private static Optional<Trustee> trustee(EvaluationSession session, String certificate) {
        return session.order().trustees().stream()
                .filter(it -> it.certificateId().equals(certificate))
                .findFirst();
    }

    private static Seat seat(EvaluationSession session, String member) {
        return session.panel().seated().stream()
                .filter(it -> it.member().equals(member))
                .findFirst()
                .orElseThrow();
    }

    static SealedNote note(StoredSheet sheet) {
        var statement = CanonicalJson.decode(sheet.commitStatement().getBytes(StandardCharsets.UTF_8));
        return SealedNote.from(statement.path("doc").path("note"));
    }

    /** A session that reveals, and its sheets that are still sealed. */
    public record SealedSheets(EvaluationSession session, List<StoredSheet> sheets) {

        /** The sealed note of a sheet. */
        public static SealedNote note(StoredSheet sheet) {
            return OpenSheets.note(sheet);
        }
    }
}
