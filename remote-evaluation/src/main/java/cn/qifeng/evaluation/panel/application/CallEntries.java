package cn.qifeng.evaluation.panel.application;

import cn.qifeng.evaluation.notification.domain.Sending;
import cn.qifeng.evaluation.panel.domain.Call;
import cn.qifeng.evaluation.panel.domain.EvaluationSession;
import cn.qifeng.evaluation.panel.domain.ExpertCode;
import cn.qifeng.evaluation.panel.domain.NameLook;
import cn.qifeng.evaluation.panel.domain.Panel;
import cn.qifeng.evaluation.panel.domain.Seat;
import cn.qifeng.evaluation.panel.domain.SeatState;
import cn.qifeng.evaluation.panel.domain.StepTaken;
import cn.qifeng.kit.evidence.Evidence;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.sign.Statement;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;

/**
 * Writes the entries of draws and calls (docs/evidence.md section 9). Until the panel is complete they name experts by
 * their codes alone.
 */
@ApplicationScoped
class CallEntries {

    private static final DateTimeFormatter MOMENT =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

    private final Evidence evidence;
    private final DrawSettings settings;

    CallEntries(Evidence evidence, DrawSettings settings) {
        this.evidence = evidence;
        this.settings = settings;
    }

    /** One look at the pool: what may be drawn from, and whether it suffices. */
    void looked(EvaluationSession session, StepTaken look) {
        var body = body(session)
                .put("step", look.step().name())
                .put("eligible", look.eligible())
                .put("needed", look.needed())
                .put("draw", look.draw().map(Object::toString).orElse(null))
                .put("employerMax", settings.employerMax())
                .put("servedMax", settings.servedMax())
                .put("servedDays", settings.servedDays())
                .put("bidderMax", settings.bidderMax())
                .put("hostMax", settings.hostMax())
                .put("metDays", settings.metDays())
                .put("reason", settings.lateReason())
                .put("startsAt", DrawPlans.startsAt(session).map(MOMENT::format).orElse(null));
        look.scope().specialties().forEach(body.putArray("specialties")::add);
        look.scope().regions().forEach(body.putArray("regions")::add);
        record(session, "evaluation/draw-step", body);
    }

    /** Everything that a change of the panel did to experts: who left or answered first, then who is called. */
    void changed(Panel before, EvaluationSession session, List<Call> opened, Instant now) {
        for (Seat seat : session.panel().experts()) {
            var former = before.stateOf(seat);
            if (former != seat.state() && former != SeatState.RESERVE) {
                left(session, seat, former, now);
            }
        }
        for (Seat seat : session.panel().experts()) {
            if (before.stateOf(seat) == SeatState.RESERVE) {
                next(session, seat, opened);
            }
        }
    }

    private void left(EvaluationSession session, Seat seat, SeatState former, Instant now) {
        if (former == SeatState.INVITED && seat.state() != SeatState.REPLACED) {
            var body = coded(session, seat)
                    .put("answer", seat.state().name())
                    .put("at", MOMENT.format(now))
                    .put("reason", seat.reason());
            record(session, "evaluation/answered", body);
        } else if (seat.state().passed()) {
            record(
                    session,
                    "evaluation/left",
                    coded(session, seat).put("why", seat.state().name()).put("reason", seat.reason()));
        }
    }

    private void next(EvaluationSession session, Seat seat, List<Call> opened) {
        if (seat.state() == SeatState.SKIPPED) {
            record(session, "evaluation/skipped", coded(session, seat).put("why", seat.reason()));
        }
        opened.stream().filter(it -> it.number().equals(seat.number())).forEach(call -> {
            var body = coded(session, seat).put("answerBy", MOMENT.format(call.answerBy()));
            record(session, "evaluation/called", body);
        });
    }

    /** What came of telling an expert by one channel. */
    void told(EvaluationSession session, Call call, Sending sending, Instant at) {
        var body = coded(session, call.number())
                .put("channel", sending.channel().name())
                .put("sent", sending.sent())
                .put("detail", sending.detail())
                .put("at", MOMENT.format(at));
        record(session, "evaluation/notified", body);
    }

    /** Somebody looked at names. */
    void looked(EvaluationSession session, NameLook look, List<Seat> seen) {
        var body = body(session).put("by", look.by()).put("role", look.role()).put("reason", look.reason());
        var codes = body.putArray("codes");
        seen.forEach(it -> codes.add(code(session, it.number())));
        record(session, "evaluation/names-seen", body);
    }

    /** A direct choice and the supervisor's decision about it. */
    void chosen(EvaluationSession session, Statement request, Statement decision, List<String> numbers) {
        var body = body(session);
        body.set("request", request.toJson());
        body.set("decision", decision.toJson());
        var codes = body.putArray("codes");
        numbers.forEach(it -> codes.add(code(session, it)));
        record(session, "evaluation/direct-choice", body);
    }

    private void record(EvaluationSession session, String type, ObjectNode body) {
        evidence.record(session.order().tender(), type, body);
    }

    private static ObjectNode coded(EvaluationSession session, Seat seat) {
        return coded(session, seat.number());
    }

    private static ObjectNode coded(EvaluationSession session, String number) {
        return body(session).put("code", code(session, number));
    }

    private static String code(EvaluationSession session, String number) {
        return ExpertCode.of(session.id(), session.ceremony().course().seed().orElseThrow(), number);
    }

    private static ObjectNode body(EvaluationSession session) {
        return CanonicalJson.object().put("session", session.id().toString());
    }
}
