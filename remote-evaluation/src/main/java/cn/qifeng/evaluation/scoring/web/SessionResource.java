package cn.qifeng.evaluation.scoring.web;

import cn.qifeng.evaluation.panel.application.RunningSessions;
import cn.qifeng.evaluation.panel.application.SessionIds;
import cn.qifeng.evaluation.panel.domain.EvaluationSession;
import cn.qifeng.evaluation.panel.domain.Seat;
import cn.qifeng.evaluation.panel.domain.SeatState;
import cn.qifeng.evaluation.panel.domain.Stage;
import cn.qifeng.kit.access.Caller;
import cn.qifeng.kit.access.Role;
import io.quarkus.security.Authenticated;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;

/** Sessions as members, supervisor and centre see them. */
@Path("/api/evaluation/sessions")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
class SessionResource {

    private final RunningSessions running;
    private final SessionViews views;
    private final Caller caller;

    SessionResource(RunningSessions running, SessionViews views, Caller caller) {
        this.running = running;
        this.views = views;
        this.caller = caller;
    }

    @GET
    @Path("/mine")
    @Transactional
    public List<Duty> mine() {
        return running.all().stream().map(this::duty).flatMap(Optional::stream).toList();
    }

    @GET
    @Path("/{id}")
    @Transactional
    public Object view(@PathParam("id") String id) {
        var session = running.read(SessionIds.of(id));
        return watches() ? views.watch(session) : views.member(session, RunningSessions.seatOf(session, person()));
    }

    private boolean watches() {
        return caller.has(Role.SUPERVISOR) || caller.has(Role.CENTRE);
    }

    private String person() {
        return caller.personId().toString();
    }

    private Optional<Duty> duty(EvaluationSession session) {
        if (watches()) {
            return Optional.of(Duty.of(session, "WATCH", true));
        }
        if (session.order().isNotary(person())) {
            return Optional.of(Duty.of(session, "WITNESS", true));
        }
        return session.panel()
                .of(person())
                .filter(it -> !it.state().passed())
                .map(it -> Duty.of(
                        session,
                        duty(session, it),
                        it.state() != SeatState.INVITED && it.state() != SeatState.ACCEPTED));
    }

    private static String duty(EvaluationSession session, Seat seat) {
        return switch (seat.state()) {
            case INVITED -> "ANSWER";
            case ACCEPTED -> "CHECK_IN";
            case CHECKED_IN -> "DECLARE";
            default ->
                session.stage() == Stage.CONVENING
                        ? "VOTE_LEADER"
                        : session.stage().name();
        };
    }

    /** A session and what the caller owes there; tender, lot and name only from check-in. */
    record Duty(String id, String tender, String lot, String name, String region, String stage, String duty) {

        static Duty of(EvaluationSession session, String duty, boolean informed) {
            var order = session.order();
            return new Duty(
                    session.id().toString(),
                    informed ? order.tender().toString() : null,
                    informed ? order.lot().toString() : null,
                    informed ? order.name() : null,
                    order.region(),
                    session.stage().name(),
                    duty);
        }
    }
}
