package cn.qifeng.evaluation.terminal.application;

import cn.qifeng.evaluation.panel.domain.CheckInGate;
import cn.qifeng.evaluation.panel.domain.EvaluationSession;
import cn.qifeng.evaluation.panel.domain.Seat;
import cn.qifeng.evaluation.site.application.CheckInAtSeat;
import cn.qifeng.evaluation.site.application.CheckInAtSeat.Called;
import cn.qifeng.evaluation.terminal.domain.Challenges;
import cn.qifeng.evaluation.terminal.domain.Presence;
import cn.qifeng.evaluation.terminal.domain.Presences;
import cn.qifeng.evaluation.terminal.domain.SeatEventKind;
import cn.qifeng.evaluation.terminal.domain.SeatProof;
import cn.qifeng.evaluation.terminal.domain.Terminal;
import cn.qifeng.evaluation.terminal.domain.TerminalRefusal;
import cn.qifeng.evaluation.terminal.domain.Terminals;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/**
 * Lets a member of a session with booked seats check in at the terminal of its own seat alone (证书与席位终端双重签到,
 * 电子招标投标办法 §33). A session without bookings is held in the centre's one room, and nothing is asked here.
 */
@ApplicationScoped
class CheckInAtTerminal implements CheckInGate {

    private final CheckInAtSeat seats;
    private final Terminals terminals;
    private final Challenges challenges;
    private final Presences presences;
    private final SeatJournal journal;
    private final PresentedProof presented;

    CheckInAtTerminal(
            CheckInAtSeat seats,
            Terminals terminals,
            Challenges challenges,
            Presences presences,
            SeatJournal journal,
            PresentedProof presented) {
        this.seats = seats;
        this.terminals = terminals;
        this.challenges = challenges;
        this.presences = presences;
        this.journal = journal;
        this.presented = presented;
    }

    @Override
    public void require(EvaluationSession session, Seat seat) {
        seats.require(session, seat).ifPresent(called -> seatAt(session, seat, called));
    }

    private void seatAt(EvaluationSession session, Seat seat, Called called) {
        var now = Instant.now();
        var terminal = proved(session, seat, now);
        if (!terminal.seat().equals(called.place().key())) {
            journal.refused(session.id(), seat.number(), SeatEventKind.WRONG_SEAT, terminal.seat());
            throw TerminalRefusal.WRONG_SEAT.at("seat", Terminal.shown(terminal.seat()), told(terminal, called));
        }
        var presence = Presence.of(session.id(), seat.number(), seat.person(), terminal, RandomNonces.next(), now);
        presences.save(presence);
        journal.happened(session.id(), seat.number(), SeatEventKind.SEATED, terminal.seat(), 0);
    }

    /** The terminal that proved itself; the challenge is used up whatever comes of it. */
    private Terminal proved(EvaluationSession session, Seat seat, Instant now) {
        var proof = presented.proof().orElseThrow(() -> {
            journal.refused(session.id(), seat.number(), SeatEventKind.NO_TERMINAL, "");
            return TerminalRefusal.NO_TERMINAL.at("device", null, "the terminal of a seat");
        });
        boolean fresh = QuarkusTransaction.requiringNew()
                .call(() -> challenges.use(session.id(), seat.person(), proof.nonce(), now));
        if (!fresh) {
            journal.refused(session.id(), seat.number(), SeatEventKind.BAD_PROOF, "");
            throw TerminalRefusal.CHALLENGE.at("challenge", proof.nonce(), "a challenge that waits");
        }
        var terminal = terminals.ofDevice(proof.device()).orElseThrow(() -> {
            journal.refused(session.id(), seat.number(), SeatEventKind.NO_TERMINAL, "");
            return TerminalRefusal.NO_TERMINAL.at("device", proof.device(), "the terminal of a seat");
        });
        var text = SeatProof.text(session.id(), seat.person(), presented.method(), presented.path(), proof.nonce());
        if (!terminal.key().verifies(text, proof.signature())) {
            journal.refused(session.id(), seat.number(), SeatEventKind.BAD_PROOF, terminal.seat());
            throw TerminalRefusal.PROOF.at("signature", proof.signature(), "the device's signature");
        }
        return terminal;
    }

    /** Whoever stands at a seat of a site of this evaluation is told its own; elsewhere nothing is told. */
    private static String told(Terminal terminal, Called called) {
        var own = called.place();
        if (!called.sites().contains(terminal.site())) {
            return "a seat of a site of this evaluation";
        }
        return own.site().equals(terminal.site())
                ? Terminal.shown(own.key())
                : own.site() + " " + Terminal.shown(own.key());
    }
}
