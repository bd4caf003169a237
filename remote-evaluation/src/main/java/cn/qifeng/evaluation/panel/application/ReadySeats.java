package cn.qifeng.evaluation.panel.application;

import cn.qifeng.evaluation.expert.domain.Account;
import cn.qifeng.evaluation.expert.domain.Expert;
import cn.qifeng.evaluation.panel.domain.Seat;
import cn.qifeng.evaluation.panel.domain.SeatKind;
import cn.qifeng.evaluation.panel.domain.SeatState;
import cn.qifeng.evaluation.panel.domain.SessionOrder;
import cn.qifeng.evaluation.panel.domain.Sessions;
import cn.qifeng.evaluation.panel.domain.TimesMet;
import cn.qifeng.kit.clock.LegalClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;

/** Makes seats of experts, with what counts when their turn comes: employer and evaluations of late (候补席位). */
@ApplicationScoped
class ReadySeats {

    private final Sessions sessions;
    private final DrawSettings settings;
    private final LegalClock clock;

    ReadySeats(Sessions sessions, DrawSettings settings, LegalClock clock) {
        this.sessions = sessions;
        this.settings = settings;
        this.clock = clock;
    }

    /** Seats in reserve, in the order given; each expert has an account, as everyone who may be drawn has. */
    List<Seat> of(SessionOrder order, List<Expert> experts) {
        var now = clock.now();
        var served = TimesMet.in(sessions.openedSince(now.minus(Duration.ofDays(settings.servedDays()))), order);
        var met = TimesMet.in(sessions.openedSince(now.minus(Duration.ofDays(settings.metDays()))), order);
        return experts.stream().map(it -> seat(it, served, met)).toList();
    }

    private static Seat seat(Expert expert, TimesMet served, TimesMet met) {
        Account account = expert.account().orElseThrow();
        return new Seat(
                expert.number(),
                account.person(),
                account.certificateId(),
                account.name(),
                SeatKind.EXPERT,
                SeatState.RESERVE,
                "",
                expert.ties().employer(),
                served.evaluations(expert.number()),
                met.sameBidder(expert.number()),
                met.sameHost(expert.number()));
    }
}
