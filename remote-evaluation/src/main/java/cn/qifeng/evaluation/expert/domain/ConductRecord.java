package cn.qifeng.evaluation.expert.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What stands against an expert: events of credit and entries of the blacklist (信用与失信记录). Everything is worked out
 * from dates, so that a suspension or a ban ends by itself.
 */
public record ConductRecord(List<CreditEvent> events, List<Ban> bans, CreditRules rules) {

    public ConductRecord {
        events = List.copyOf(events);
        bans = List.copyOf(bans);
    }

    /** Credit on this day (信用分): the base with what counts of the last months, from 0 to the base. */
    public int scoreOn(LocalDate day) {
        int points = events.stream()
                .filter(event -> event.countsOn(day))
                .filter(event -> event.countsFrom()
                        .orElseThrow()
                        .plusMonths(rules.cycleMonths())
                        .isAfter(day))
                .mapToInt(CreditEvent::points)
                .sum();
        return Math.max(0, Math.min(rules.base(), rules.base() + points));
    }

    /** Last day of the suspension that low credit brought about and that lasts on this day. */
    public Optional<LocalDate> suspendedUntil(LocalDate day) {
        return events.stream()
                .flatMap(event -> event.countsFrom().stream())
                .filter(from -> !from.isAfter(day) && scoreOn(from) < rules.suspendedBelow())
                .map(from -> from.plusMonths(rules.suspendedMonths()).minusDays(1))
                .filter(until -> !until.isBefore(day))
                .max(Comparator.naturalOrder());
    }

    /** The ban that stands on this day, the one that lasts longest. */
    public Optional<Ban> banOn(LocalDate day) {
        return bans.stream().filter(ban -> ban.standsOn(day)).max(Comparator.comparing(Ban::until));
    }

    /** Grounds on which this expert is not drawn on this day. */
    List<Recusal> recusals(LocalDate day) {
        var found = new ArrayList<Recusal>();
        banOn(day)
                .ifPresent(ban -> found.add(
                        new Recusal(RecusalGround.BLACKLISTED, ban.until().toString())));
        suspendedUntil(day).ifPresent(until -> found.add(new Recusal(RecusalGround.LOW_CREDIT, until.toString())));
        return found;
    }
}
