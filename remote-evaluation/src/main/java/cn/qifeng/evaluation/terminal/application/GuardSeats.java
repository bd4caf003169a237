package cn.qifeng.evaluation.terminal.application;

import cn.qifeng.evaluation.panel.application.RunningSessions;
import cn.qifeng.evaluation.panel.domain.SessionId;
import cn.qifeng.evaluation.panel.domain.Stage;
import cn.qifeng.evaluation.terminal.domain.ClockRules;
import cn.qifeng.evaluation.terminal.domain.Presence;
import cn.qifeng.evaluation.terminal.domain.Presences;
import cn.qifeng.evaluation.terminal.domain.SeatEventKind;
import cn.qifeng.evaluation.terminal.domain.SeatProof;
import cn.qifeng.evaluation.terminal.domain.Terminal;
import cn.qifeng.evaluation.terminal.domain.TerminalRefusal;
import cn.qifeng.evaluation.terminal.domain.Terminals;
import cn.qifeng.kernel.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;

/**
 * Lets a member who checked in at a seat act from the terminal of that seat alone (席位值守): whoever comes with the same
 * log in from elsewhere is refused, recorded, and the member at its seat is told.
 */
@ApplicationScoped
public class GuardSeats {

    private final Presences presences;
    private final Terminals terminals;
    private final RunningSessions running;
    private final SeatJournal journal;
    private final PresentedProof presented;
    private final ClockRules rules;

    GuardSeats(
            Presences presences,
            Terminals terminals,
            RunningSessions running,
            SeatJournal journal,
            PresentedProof presented,
            TerminalSettings settings) {
        this.presences = presences;
        this.terminals = terminals;
        this.running = running;
        this.journal = journal;
        this.presented = presented;
        this.rules = settings.rules();
    }

    /** What a request wants (请求类别). */
    public enum Act {
        /** Reads, drafts and beats. */
        READ,
        /** Reads the session or its report, which stand open once the evaluation is concluded. */
        READ_RESULT,
        /** Commits, votes, signs or decides something. */
        COMMIT
    }

    /** Refuses whatever a seated member does from elsewhere; asks nothing of those who sit at no seat. */
    @Transactional
    public void require(SessionId session, String person, Act act) {
        var found = presences.of(session, person);
        if (found.isEmpty() || act == Act.READ_RESULT && concluded(session)) {
            return;
        }
        var now = Instant.now();
        requireDevice(found.get(), now);
        if (act == Act.COMMIT) {
            found.get().requireSteady(now, rules);
        }
    }

    private boolean concluded(SessionId session) {
        return running.read(session).stage() == Stage.CONCLUDED;
    }

    private void requireDevice(Presence presence, Instant now) {
        var proof = presented.proof().orElseThrow(() -> elsewhere(presence, ""));
        var terminal = terminals.ofDevice(proof.device()).orElseThrow(() -> elsewhere(presence, ""));
        if (!terminal.seat().equals(presence.seat())) {
            throw elsewhere(presence, terminal.seat());
        }
        if (!presence.nonces().accept(proof.nonce(), now)) {
            throw TerminalRefusal.STALE.at("nonce", proof.nonce(), "a nonce of the last seconds");
        }
        var text = SeatProof.text(
                presence.session(), presence.person(), presented.method(), presented.path(), proof.nonce());
        if (!terminal.key().verifies(text, proof.signature())) {
            journal.refused(presence.session(), presence.number(), SeatEventKind.BAD_PROOF, terminal.seat());
            throw TerminalRefusal.PROOF.at("signature", proof.signature(), "the device's signature");
        }
        if (!terminal.device().equals(presence.device())) {
            changed(presence, terminal);
        }
    }

    /** The machine at the seat was replaced by staff: the member goes on, and the watchers see it. */
    private void changed(Presence presence, Terminal terminal) {
        presences
                .lock(presence.session(), presence.person())
                .filter(it -> !it.device().equals(terminal.device()))
                .ifPresent(it -> {
                    presences.save(it.at(terminal));
                    journal.happened(it.session(), it.number(), SeatEventKind.TERMINAL_CHANGED, terminal.seat(), 0);
                });
    }

    private Refused elsewhere(Presence presence, String seat) {
        journal.refused(presence.session(), presence.number(), SeatEventKind.ELSEWHERE, seat);
        var seen = seat.isEmpty() ? null : Terminal.shown(seat);
        return TerminalRefusal.ELSEWHERE.at("device", seen, "the terminal of the own seat");
    }
}
