package cn.qifeng.evaluation.clarification.application;

import cn.qifeng.evaluation.clarification.domain.Clarification;
import cn.qifeng.evaluation.clarification.domain.Clarifications;
import cn.qifeng.evaluation.panel.application.RunningSessions;
import cn.qifeng.evaluation.panel.application.SignedStatements;
import cn.qifeng.evaluation.panel.domain.SessionId;
import cn.qifeng.evaluation.panel.domain.Stage;
import cn.qifeng.kit.clock.LegalClock;
import cn.qifeng.trust.json.Fields;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Set;

/** The supervisor lets a question through, or stops it with a reason (监督放行); its time runs from then. */
@ApplicationScoped
public class PassGate {

    private final RunningSessions running;
    private final ReadClarifications read;
    private final Clarifications clarifications;
    private final ClarificationEntries entries;
    private final LegalClock clock;

    PassGate(
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

    /** The doc of the decision; the client adds {@code released}, {@code reason} and {@code seen}. */
    @Transactional
    public ObjectNode toSign(SessionId id, int number) {
        var session = running.read(id);
        session.require(Stage.SETTLING, Stage.REVIEWING);
        return ClarificationDocs.gate(session, read.find(id, number));
    }

    /** Takes the signed decision. */
    @Transactional
    public Clarification decide(SessionId id, String certificate, int number, JsonNode json) {
        var session = running.lock(id);
        session.require(Stage.SETTLING, Stage.REVIEWING);
        var clarification = read.find(id, number);
        var statement = SignedStatements.bySupervisor(
                json,
                session,
                ClarificationDocs.gate(session, clarification),
                Set.of("released", "reason"),
                certificate);
        var fields = Fields.of(statement.doc());
        var text = SignedStatements.text(statement);
        var decided = fields.bool("released")
                ? clarification.released(clock.now(), text)
                : clarification.stopped(clock.now(), fields.text("reason"), text);
        clarifications.save(id.toString(), decided);
        entries.gated(session, decided, statement);
        return decided;
    }
}
