package cn.qifeng.evaluation.clarification.application;

import cn.qifeng.evaluation.clarification.domain.Answer;
import cn.qifeng.evaluation.clarification.domain.AnswerFile;
import cn.qifeng.evaluation.clarification.domain.Clarification;
import cn.qifeng.evaluation.clarification.domain.ClarificationRefusal;
import cn.qifeng.evaluation.clarification.domain.Clarifications;
import cn.qifeng.evaluation.panel.application.RunningSessions;
import cn.qifeng.evaluation.panel.application.SignedStatements;
import cn.qifeng.evaluation.panel.domain.PanelRefusal;
import cn.qifeng.evaluation.panel.domain.SessionId;
import cn.qifeng.kernel.Facts;
import cn.qifeng.kit.clock.LegalClock;
import cn.qifeng.trust.hash.Hex;
import cn.qifeng.trust.hash.Sm3;
import cn.qifeng.trust.json.Fields;
import cn.qifeng.trust.sign.Statement;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The bidder answers what it was asked, by a signed statement and with files by their hash (澄清答复); nothing else. */
@ApplicationScoped
public class AnswerQuestion {

    private static final int HASH_BYTES = 32;
    private static final int NAME_MAX = 120;

    private final RunningSessions running;
    private final ReadClarifications read;
    private final Clarifications clarifications;
    private final ClarificationEntries entries;
    private final LegalClock clock;

    AnswerQuestion(
            RunningSessions running,
            ReadClarifications read,
            Clarifications clarifications,
            ClarificationEntries entries,
            LegalClock clock) {
        this.running = running;
        this.read = read;
        this.clarifications = clarifications;
        this.entries = entries;
        this.clock = clock;
    }

    /** Keeps a file until the answer names it; only while the question waits. */
    @Transactional
    public AnswerFile keep(SessionId id, int number, String party, String name, byte[] bytes) {
        running.lockEvenFrozen(id);
        var clarification = read.asked(id, number, party);
        clarification.requireAsked(clock.now());
        var sm3 = Sm3.hex(bytes);
        var known = clarifications.files(id.toString(), number);
        boolean there = known.stream().anyMatch(it -> it.sm3().equals(sm3));
        if (bytes.length == 0 || bytes.length > AnswerFile.BYTES_MAX) {
            throw ClarificationRefusal.FILE_REFUSED.with(
                    Facts.field("bytes", bytes.length, "1.." + AnswerFile.BYTES_MAX)
                            .map());
        }
        if (!there && known.size() >= 2 * AnswerFile.FILES_MAX) {
            throw ClarificationRefusal.FILE_REFUSED.with(
                    Facts.field("files", known.size() + 1, "up to " + 2 * AnswerFile.FILES_MAX)
                            .map());
        }
        var file = new AnswerFile(named(name), sm3, bytes.length);
        if (!there) {
            clarifications.keep(id.toString(), number, file, bytes);
        }
        return file;
    }

    /** The doc of an answer; the client adds {@code confirms}, {@code text}, {@code files} and {@code seen}. */
    @Transactional
    public ObjectNode toSign(SessionId id, int number, String party) {
        var session = running.read(id);
        var clarification = read.asked(id, number, party);
        clarification.requireAsked(clock.now());
        return ClarificationDocs.answer(session, clarification);
    }

    /** Takes the signed answer; refuses a late one, and one that nobody asked for. */
    @Transactional
    public Clarification answer(SessionId id, int number, String party, String certificate, JsonNode json) {
        var now = clock.now();
        var session = running.lockEvenFrozen(id);
        var bid = ReadClarifications.ownBid(session, party);
        var clarification = read.asked(id, number, party);
        clarification.requireAsked(now);
        var statement = SignedStatements.verified(
                json,
                ClarificationDocs.answer(session, clarification),
                Set.of("confirms", "text", "files"),
                certificate);
        requireBidder(statement, bid.uscc());
        var fields = Fields.of(statement.doc());
        var answered = clarification.answered(new Answer(
                confirms(fields),
                fields.text("text"),
                files(fields, clarifications.files(id.toString(), number)),
                now,
                SignedStatements.text(statement)));
        clarifications.save(id.toString(), answered);
        entries.answered(session, statement, now);
        return answered;
    }

    private static void requireBidder(Statement statement, String uscc) {
        var signer = statement.verify().subject().uscc();
        if (!uscc.equals(signer)) {
            throw PanelRefusal.BAD_SIGNATURE.with(
                    Facts.field("sig.uscc", signer, uscc).map());
        }
    }

    private static Optional<Boolean> confirms(Fields fields) {
        var json = fields.get("confirms");
        return json.isNull() ? Optional.empty() : Optional.of(fields.bool("confirms"));
    }

    private static List<AnswerFile> files(Fields fields, List<AnswerFile> known) {
        var files = new ArrayList<AnswerFile>();
        for (var json : fields.array("files", AnswerFile.FILES_MAX)) {
            var one = Fields.of(json).exactly("name", "sm3", "bytes");
            var sm3 = Hex.encode(one.hex("sm3", HASH_BYTES));
            var file = new AnswerFile(one.text("name"), sm3, one.integer("bytes", 1, AnswerFile.BYTES_MAX));
            if (!known.contains(file)) {
                throw ClarificationRefusal.NO_SUCH_FILE.with(
                        Facts.field("files." + files.size(), file.name(), "a file that was handed in")
                                .map());
            }
            files.add(file);
        }
        return files;
    }

    /** The name as text only; it never touches a path. */
    private static String named(String name) {
        if (name == null || name.isBlank() || name.length() > NAME_MAX) {
            throw ClarificationRefusal.FILE_REFUSED.with(
                    Facts.field("name", name, "1.." + NAME_MAX + " letters").map());
        }
        return name;
    }
}
