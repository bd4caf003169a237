package cn.qifeng.evaluation.fault.application;

import cn.qifeng.evaluation.fault.domain.Fault;
import cn.qifeng.evaluation.fault.domain.FaultAct;
import cn.qifeng.evaluation.fault.domain.FaultDecision;
import cn.qifeng.evaluation.fault.domain.FaultOutcome;
import cn.qifeng.evaluation.fault.domain.FaultRefusal;
import cn.qifeng.evaluation.fault.domain.Faults;
import cn.qifeng.evaluation.panel.application.ConvenePanel;
import cn.qifeng.evaluation.panel.application.Hosts;
import cn.qifeng.evaluation.panel.application.RunningSessions;
import cn.qifeng.evaluation.panel.application.SignedStatements;
import cn.qifeng.evaluation.panel.application.VoidEvaluation;
import cn.qifeng.evaluation.panel.domain.EvaluationSession;
import cn.qifeng.evaluation.panel.domain.Seat;
import cn.qifeng.evaluation.panel.domain.SeatState;
import cn.qifeng.evaluation.panel.domain.SessionId;
import cn.qifeng.kit.clock.LegalClock;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.json.Fields;
import cn.qifeng.trust.json.Moments;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Set;

/**
 * Procuring entity or agency decides about a fault that was not cleared in time (故障处置决定): the rule says what can be
 * decided, and facts that the platform saw say when. A dissolved panel is replaced as a whole by the means with which one
 * member is; where the panel had begun to work, what it did is void before that, and is done again.
 */
@ApplicationScoped
public class DecideFault {

    private static final String DISSOLVED = "远程评标故障未在时限内排除，评标委员会解散重组";

    private final RunningSessions running;
    private final Faults faults;
    private final VoidEvaluation voidEvaluation;
    private final ConvenePanel convene;
    private final Hosts hosts;
    private final FaultEntries entries;
    private final LegalClock clock;
    private final Event<PanelDissolved> dissolved;

    DecideFault(
            RunningSessions running,
            Faults faults,
            VoidEvaluation voidEvaluation,
            ConvenePanel convene,
            Hosts hosts,
            FaultEntries entries,
            LegalClock clock,
            Event<PanelDissolved> dissolved) {
        this.running = running;
        this.faults = faults;
        this.voidEvaluation = voidEvaluation;
        this.convene = convene;
        this.hosts = hosts;
        this.entries = entries;
        this.clock = clock;
        this.dissolved = dissolved;
    }

    /** The decision to sign, without {@code outcome}, {@code reason} and {@code seen}. */
    @Transactional
    public ObjectNode toSign(SessionId id, int number, String person) {
        var session = hosts.require(running.read(id), person);
        return template(session, fault(id, number));
    }

    /** Takes the signed decision. */
    @Transactional
    public Fault decide(SessionId id, int number, String person, String certificate, JsonNode json) {
        var session = hosts.require(running.lockEvenFrozen(id), person);
        var fault = fault(id, number);
        var statement =
                SignedStatements.verified(json, template(session, fault), Set.of("outcome", "reason"), certificate);
        var outcome = outcome(Fields.of(statement.doc()).text("outcome"));
        var now = clock.now().truncatedTo(ChronoUnit.MILLIS);
        var reason = FaultAct.written(Fields.of(statement.doc()).text("reason"));
        var decision = new FaultDecision(now, outcome, outcome.dissolves(), reason, SignedStatements.text(statement));
        var decided = fault.decide(decision);
        faults.save(decided);
        entries.decided(session, decided, decision, statement);
        if (outcome == FaultOutcome.VOID) {
            voidEvaluation.of(id, number);
        }
        if (outcome.dissolves()) {
            dissolve(id, number);
        }
        return decided;
    }

    private void dissolve(SessionId id, int number) {
        var persons = convene.dissolve(id, DISSOLVED).stream()
                .filter(it -> it.state() != SeatState.INVITED)
                .map(Seat::person)
                .filter(it -> !it.isEmpty())
                .toList();
        dissolved.fire(new PanelDissolved(id, number, persons));
    }

    private Fault fault(SessionId id, int number) {
        return faults.of(id).stream()
                .filter(it -> it.number() == number)
                .findFirst()
                .orElseThrow(() -> FaultRefusal.NO_SUCH_FAULT.at("fault", number, "a fault of the session"));
    }

    private static FaultOutcome outcome(String name) {
        return Arrays.stream(FaultOutcome.values())
                .filter(it -> it.name().equals(name))
                .findFirst()
                .orElseThrow(() -> FaultRefusal.OUTCOME.at("outcome", name, FaultOutcome.values()));
    }

    private static ObjectNode template(EvaluationSession session, Fault fault) {
        return CanonicalJson.object()
                .put("type", "fault-decision")
                .put("v", 1)
                .put("tender", session.order().tender().toString())
                .put("session", session.id().toString())
                .put("fault", fault.number())
                .put("site", fault.site())
                .put("from", Moments.format(fault.from()))
                .put("until", Moments.format(fault.until()));
    }
}
