package cn.qifeng.evaluation.panel.application;

import cn.qifeng.evaluation.expert.domain.Account;
import cn.qifeng.evaluation.library.domain.AnswerReply;
import cn.qifeng.evaluation.library.domain.IdentityReply;
import cn.qifeng.evaluation.panel.domain.Call;
import cn.qifeng.evaluation.panel.domain.Calls;
import cn.qifeng.evaluation.panel.domain.CheckInGate;
import cn.qifeng.evaluation.panel.domain.EvaluationSession;
import cn.qifeng.evaluation.panel.domain.Panel;
import cn.qifeng.evaluation.panel.domain.PanelRefusal;
import cn.qifeng.evaluation.panel.domain.Seat;
import cn.qifeng.evaluation.panel.domain.SeatState;
import cn.qifeng.evaluation.panel.domain.SessionId;
import cn.qifeng.kernel.Facts;
import cn.qifeng.kit.clock.LegalClock;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.json.Fields;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** What those invited do until the panel can work: answer, check in, declare, choose a leader (组建评标委员会). */
@ApplicationScoped
public class ConvenePanel {

    private static final String NO_REASON = "未说明原因";

    private final RunningSessions running;
    private final PanelEntries entries;
    private final RecordCalls recordCalls;
    private final LibraryEntries libraryEntries;
    private final Calls calls;
    private final DrawPlans plans;
    private final LegalClock clock;
    private final Event<MemberLeft> left;
    private final Event<MemberArrived> arrived;
    private final CheckInGate gate;

    ConvenePanel(
            RunningSessions running,
            PanelEntries entries,
            RecordCalls recordCalls,
            LibraryEntries libraryEntries,
            Calls calls,
            DrawPlans plans,
            LegalClock clock,
            Event<MemberLeft> left,
            Event<MemberArrived> arrived,
            CheckInGate gate) {
        this.running = running;
        this.entries = entries;
        this.recordCalls = recordCalls;
        this.libraryEntries = libraryEntries;
        this.calls = calls;
        this.plans = plans;
        this.clock = clock;
        this.left = left;
        this.arrived = arrived;
        this.gate = gate;
    }

    /** Accepts or declines the invitation; whoever declines gives a reason. */
    @Transactional
    public EvaluationSession answer(SessionId id, String person, boolean accept, String reason) {
        var session = running.lockEvenFrozen(id);
        var seat = RunningSessions.seatOf(session, person);
        if (seat.state() == SeatState.INVITED) {
            requireInTime(session, seat);
        }
        var number = seat.number();
        return convene(session, panel -> accept ? panel.accept(number) : panel.decline(number, reason));
    }

    private void requireInTime(EvaluationSession session, Seat seat) {
        var now = clock.now();
        calls.of(session.id(), seat.number()).filter(it -> it.lapsed(now)).ifPresent(call -> {
            throw PanelRefusal.ANSWERED_LATE.with(
                    Facts.field("answer", now, "before " + call.answerBy()).map());
        });
    }

    /** What a library says that its expert answered; nothing where the seat was asked no more. */
    @Transactional
    void answered(Call call, AnswerReply reply) {
        var session = running.lockEvenFrozen(call.session());
        var seat = session.panel().seat(call.number());
        if (seat.state() != SeatState.INVITED) {
            return;
        }
        var number = seat.number();
        libraryEntries.answer(session, reply);
        var after = session.convene(
                panel -> switch (reply.answer()) {
                    case ACCEPTED -> panel.accept(number);
                    case DECLINED -> panel.decline(number, reply.reason().isBlank() ? NO_REASON : reply.reason());
                    case NO_ANSWER -> panel.unanswered(number);
                },
                UUID.randomUUID());
        running.save(after);
        recordCalls.changed(session, after, reply.at());
    }

    /** A library told who accepted; on a ground of recusal the next is called. */
    @Transactional
    void identified(SessionId id, IdentityReply reply, Account account, Optional<String> ground) {
        var session = running.lockEvenFrozen(id);
        var seat = session.panel().seat(reply.code());
        if (seat.state() != SeatState.ACCEPTED || !seat.person().isEmpty()) {
            return;
        }
        libraryEntries.keepIdentity(session, reply);
        var number = seat.number();
        convene(session, panel -> {
            var known =
                    panel.identify(number, account.person(), account.certificateId(), reply.name(), reply.employer());
            return ground.map(it -> known.replace(number, it)).orElse(known);
        });
    }

    /** Nobody answered this call in time: that counts as declined, and the next is called. */
    @Transactional
    void lapse(Call call) {
        var session = running.lockEvenFrozen(call.session());
        var seat = session.panel().seat(call.number());
        if (seat.state() == SeatState.INVITED) {
            convene(session, panel -> panel.unanswered(seat.number()));
        } else {
            calls.save(call.over());
        }
    }

    /** What an invited person is told: when and where, and until when an answer counts. */
    @Transactional
    public Invitation invitation(SessionId id, String person) {
        var session = running.read(id);
        var seat = RunningSessions.seatOf(session, person);
        var plan = plans.of(session);
        return new Invitation(
                plan.startsAt(), plan.place(), calls.of(id, seat.number()).map(Call::answerBy));
    }

    /**
     * An invitation (评标邀请), which tells neither project nor bidders.
     *
     * @param startsAt empty: as soon as the panel is there
     * @param answerBy empty for whoever was not drawn and may take its time
     */
    public record Invitation(Optional<Instant> startsAt, String place, Optional<Instant> answerBy) {}

    /** Checks in with the certificate of the seat (签到). */
    @Transactional
    public EvaluationSession checkIn(SessionId id, String person, String certificate) {
        var session = running.lockEvenFrozen(id);
        var seat = RunningSessions.seatOf(session, person);
        if (!seat.member().equals(certificate)) {
            throw PanelRefusal.WRONG_CERTIFICATE.with(
                    Facts.field("certificate", certificate, seat.member()).map());
        }
        var checkedIn = session.convene(panel -> panel.checkIn(seat.number()), UUID.randomUUID());
        gate.require(session, seat);
        var kept = keep(session, checkedIn);
        arrived.fire(new MemberArrived(id, seat.number()));
        return kept;
    }

    /** The declaration that a member who checked in has to sign, without {@code seen} (回避承诺书). */
    @Transactional
    public ObjectNode declarationToSign(SessionId id, String person) {
        var session = running.read(id);
        var seat = RunningSessions.seatOf(session, person);
        requireCheckedIn(seat);
        return declaration(session);
    }

    /** Takes the signed declaration: without a conflict the member is seated, with one it is replaced. */
    @Transactional
    public EvaluationSession declare(SessionId id, String person, JsonNode json) {
        var session = running.lock(id);
        var seat = RunningSessions.seatOf(session, person);
        requireCheckedIn(seat);
        var statement =
                SignedStatements.verified(json, declaration(session), Set.of("conflict", "reason"), seat.member());
        var fields = Fields.of(statement.doc());
        boolean conflict = fields.bool("conflict");
        String reason = fields.text("reason");
        entries.declared(session, statement);
        if (!conflict) {
            return convene(session, panel -> panel.admit(seat.number()));
        }
        return leave(session, seat, panel -> panel.recuse(seat.number(), reason));
    }

    /** One vote for the leader (推选主任委员). */
    @Transactional
    public EvaluationSession voteLeader(SessionId id, String person, String choice) {
        var session = running.lock(id);
        var voter = RunningSessions.seated(session, person).number();
        return convene(session, panel -> panel.vote(voter, choice));
    }

    /** A finding of the supervisor, or a void sheet, replaces a member before all sheets are revealed (更换成员). */
    @Transactional
    public EvaluationSession replace(SessionId id, String number, String reason) {
        var session = running.lockEvenFrozen(id);
        return leave(session, session.panel().seat(number), panel -> panel.replace(number, reason));
    }

    /**
     * Everybody who was asked or sits leaves at once, and others are called or drawn (重组评标委员会); gives who left.
     * Refuses with {@link PanelRefusal#WRONG_STAGE} where prices are open, unless what was done is void before.
     */
    @Transactional
    public List<Seat> dissolve(SessionId id, String reason) {
        var former = running.lockEvenFrozen(id).panel().occupied();
        former.forEach(it -> replace(id, it.number(), reason));
        return former;
    }

    private EvaluationSession convene(EvaluationSession session, UnaryOperator<Panel> change) {
        return keep(session, session.convene(change, UUID.randomUUID()));
    }

    private EvaluationSession leave(EvaluationSession session, Seat seat, UnaryOperator<Panel> change) {
        var changed = keep(session, session.leave(change, UUID.randomUUID()));
        left.fire(new MemberLeft(session.id(), seat.member()));
        return changed;
    }

    private EvaluationSession keep(EvaluationSession before, EvaluationSession after) {
        running.save(after);
        recordCalls.changed(before, after);
        return after;
    }

    private static void requireCheckedIn(Seat seat) {
        if (seat.state() != SeatState.CHECKED_IN) {
            throw PanelRefusal.WRONG_SEAT_STATE.with(
                    Facts.field("state", seat.state(), SeatState.CHECKED_IN).map());
        }
    }

    private static ObjectNode declaration(EvaluationSession session) {
        var order = session.order();
        var doc = CanonicalJson.object()
                .put("type", "recusal-declaration")
                .put("v", 1)
                .put("tender", order.tender().toString())
                .put("session", session.id().toString());
        var units = doc.putArray("units");
        order.units().forEach(units::add);
        return doc;
    }
}
