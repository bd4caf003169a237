package cn.qifeng.evaluation.panel.application;

import cn.qifeng.evaluation.expert.domain.Account;
import cn.qifeng.evaluation.expert.domain.Expert;
import cn.qifeng.evaluation.panel.domain.Seat;
import cn.qifeng.evaluation.panel.domain.SeatKind;
import cn.qifeng.evaluation.panel.domain.SeatState;
import cn.qifeng.evaluation.panel.domain.Sessions;
import cn.qifeng.kit.clock.LegalClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
    List<Seat> of(List<Expert> experts) {
        var served = served();
        return experts.stream().map(it -> seat(it, served)).toList();
    }

    private static Seat seat(Expert expert, Map<String, Integer> served) {
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
                served.getOrDefault(expert.number(), 0));
    }

    /** Evaluations of late by number of the expert: those in which it sits or sat to the end. */
    private Map<String, Integer> served() {
        var counts = new HashMap<String, Integer>();
        var since = clock.now().minus(Duration.ofDays(settings.servedDays()));
        sessions.openedSince(since).stream()
                .flatMap(session -> session.panel().occupied().stream())
                .filter(seat -> seat.kind() == SeatKind.EXPERT)
                .forEach(seat -> counts.merge(seat.number(), 1, Integer::sum));
        return counts;
    }
}
