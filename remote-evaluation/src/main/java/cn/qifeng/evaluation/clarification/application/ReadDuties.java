package cn.qifeng.evaluation.clarification.application;

import cn.qifeng.evaluation.clarification.application.ClarificationDuty.Act;
import cn.qifeng.evaluation.clarification.domain.Clarification;
import cn.qifeng.evaluation.clarification.domain.ClarificationState;
import cn.qifeng.evaluation.clarification.domain.Clarifications;
import cn.qifeng.evaluation.panel.application.RunningSessions;
import cn.qifeng.evaluation.panel.domain.EvaluationSession;
import cn.qifeng.evaluation.panel.domain.OpenedBid;
import cn.qifeng.evaluation.panel.domain.Seat;
import cn.qifeng.evaluation.panel.domain.SeatState;
import cn.qifeng.evaluation.panel.domain.Stage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a person owes about clarifications, in all sessions under review (我的澄清待办). */
@ApplicationScoped
public class ReadDuties {

    private final RunningSessions running;
    private final Clarifications clarifications;

    ReadDuties(RunningSessions running, Clarifications clarifications) {
        this.running = running;
        this.clarifications = clarifications;
    }

    /**
     * Duties of a person.
     *
     * @param party the party for which it acts, if any
     */
    @Transactional
    public List<ClarificationDuty> of(String person, Optional<String> party, boolean supervises) {
        var duties = new ArrayList<ClarificationDuty>();
        for (var session : running.in(Stage.SETTLING, Stage.REVIEWING)) {
            var seat = session.panel().of(person).filter(it -> it.state() == SeatState.SEATED);
            var own = session.order().evaluated().stream()
                    .filter(it -> party.isPresent() && it.party().equals(party))
                    .map(OpenedBid::bidId)
                    .findFirst();
            if (seat.isPresent() || own.isPresent() || supervises) {
                clarifications
                        .of(session.id().toString())
                        .forEach(it ->
                                act(it, seat, own, supervises).ifPresent(act -> duties.add(duty(session, it, act))));
            }
        }
        return duties;
    }

    private static Optional<Act> act(Clarification one, Optional<Seat> seat, Optional<String> own, boolean supervises) {
        boolean mine = own.equals(Optional.of(one.question().bidId()));
        return switch (one.state()) {
            case RELEASED -> mine ? Optional.of(Act.ANSWER) : Optional.empty();
            case AT_GATE -> supervises ? Optional.of(Act.GATE) : Optional.empty();
            case PROPOSED ->
                seat.filter(it -> one.votes().stream()
                                .noneMatch(vote -> vote.member().equals(it.member())))
                        .map(it -> Act.VOTE);
            case ANSWERED ->
                seat.filter(it -> one.findings().stream()
                                .noneMatch(vote -> vote.member().equals(it.member())))
                        .map(it -> Act.FIND);
            default -> Optional.empty();
        };
    }

    private static ClarificationDuty duty(EvaluationSession session, Clarification one, Act act) {
        var order = session.order();
        return new ClarificationDuty(
                session.id().toString(),
                order.tender().toString(),
                order.lot().toString(),
                order.name(),
                one.number(),
                act,
                one.state() == ClarificationState.RELEASED ? one.deadline() : Optional.empty());
    }
}
