package cn.qifeng.evaluation.worktime.application;

import cn.qifeng.evaluation.panel.application.RunningSessions;
import cn.qifeng.evaluation.panel.application.SignedStatements;
import cn.qifeng.evaluation.panel.domain.EvaluationSession;
import cn.qifeng.evaluation.panel.domain.SessionId;
import cn.qifeng.evaluation.panel.domain.Stage;
import cn.qifeng.evaluation.worktime.domain.EvaluationTimes;
import cn.qifeng.kit.clock.LegalClock;
import cn.qifeng.trust.hash.Sm3;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.json.Fields;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Set;

/** A member says, signed and with a reason, that the time is too short (认为评标时间不够, 实施条例 §48). */
@ApplicationScoped
public class AskForMoreTime {

    private static final Stage[] AT_WORK = {Stage.SCORING, Stage.REVEALING, Stage.SETTLING, Stage.REVIEWING};

    private final RunningSessions running;
    private final EvaluationTimes times;
    private final TimeEntries entries;
    private final LegalClock clock;

    AskForMoreTime(RunningSessions running, EvaluationTimes times, TimeEntries entries, LegalClock clock) {
        this.running = running;
        this.times = times;
        this.entries = entries;
        this.clock = clock;
    }

    /** The request to sign, without {@code reason} and {@code seen}. */
    @Transactional
    public ObjectNode toSign(SessionId id, String person) {
        var session = running.read(id);
        RunningSessions.seated(session, person, AT_WORK);
        return template(session);
    }

    /** Takes the signed request; refuses a second one before the time was extended. */
    @Transactional
    public void ask(SessionId id, String person, JsonNode json) {
        var session = running.lock(id);
        var seat = RunningSessions.seated(session, person, AT_WORK);
        var statement = SignedStatements.verified(json, template(session), Set.of("reason"), seat.member());
        var sm3 = Sm3.hex(CanonicalJson.encode(statement.doc()));
        var reason = Fields.of(statement.doc()).text("reason");
        times.save(id.toString(), times.of(id.toString()).asked(seat.member(), reason, sm3, clock.now()));
        entries.asked(session, statement);
    }

    private ObjectNode template(EvaluationSession session) {
        return CanonicalJson.object()
                .put("type", "more-time")
                .put("v", 1)
                .put("tender", session.order().tender().toString())
                .put("session", session.id().toString())
                .put("number", times.of(session.id().toString()).requests().size() + 1);
    }
}
