package cn.qifeng.evaluation.information.application;

import cn.qifeng.evaluation.information.domain.InformationAnswer;
import cn.qifeng.evaluation.information.domain.InformationRequest;
import cn.qifeng.evaluation.information.domain.InformationRequests;
import cn.qifeng.evaluation.panel.application.RunningSessions;
import cn.qifeng.evaluation.panel.application.SignedStatements;
import cn.qifeng.evaluation.panel.domain.EvaluationSession;
import cn.qifeng.evaluation.panel.domain.PanelRefusal;
import cn.qifeng.evaluation.panel.domain.SessionId;
import cn.qifeng.kernel.Facts;
import cn.qifeng.kit.clock.LegalClock;
import cn.qifeng.trust.json.Fields;
import cn.qifeng.trust.sign.Statement;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Set;

/** Procuring entity or agency answers what the panel asked, signed and in time (提供评标所必需的信息, 实施条例 §48). */
@ApplicationScoped
public class AnswerPanel {

    private final RunningSessions running;
    private final ReadInformation read;
    private final InformationRequests requests;
    private final InformationEntries entries;
    private final LegalClock clock;

    AnswerPanel(
            RunningSessions running,
            ReadInformation read,
            InformationRequests requests,
            InformationEntries entries,
            LegalClock clock) {
        this.running = running;
        this.read = read;
        this.requests = requests;
        this.entries = entries;
        this.clock = clock;
    }

    /** The doc of an answer; the client adds {@code text} and {@code seen}. */
    @Transactional
    public ObjectNode toSign(SessionId id, int number, String person) {
        var session = read.host(running.read(id), person);
        var request = read.released(id, number);
        request.requireWaiting(clock.now());
        return InformationDocs.answer(session, request);
    }

    /** Takes the signed answer, also while the session is frozen, because its time is signed; it goes to the gate. */
    @Transactional
    public InformationRequest answer(SessionId id, int number, String person, String certificate, JsonNode json) {
        var now = clock.now();
        var session = read.host(running.lockEvenFrozen(id), person);
        var request = read.released(id, number);
        request.requireWaiting(now);
        var statement =
                SignedStatements.verified(json, InformationDocs.answer(session, request), Set.of("text"), certificate);
        requireHost(session, statement);
        var text = Fields.of(statement.doc()).text("text");
        var answered = request.answered(new InformationAnswer(text, now, SignedStatements.text(statement)));
        requests.save(id, answered);
        entries.answered(session, statement, now);
        return answered;
    }

    private static void requireHost(EvaluationSession session, Statement statement) {
        var uscc = statement.verify().subject().uscc();
        if (uscc == null || !session.order().isHost(uscc)) {
            throw PanelRefusal.BAD_SIGNATURE.with(
                    Facts.field("sig.uscc", uscc, "procuring entity or agency").map());
        }
    }
}
