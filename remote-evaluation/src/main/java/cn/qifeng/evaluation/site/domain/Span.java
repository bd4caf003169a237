package cn.qifeng.evaluation.site.domain;

import cn.qifeng.kernel.DeadlineCalculator;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** Span of time (占用时段) on one day in China, in whole slots of half an hour. */
public record Span(Instant from, Instant to) {

    /** Length of a slot: seats are held by slots, and cleaned for one slot. */
    public static final Duration SLOT = Duration.ofMinutes(30);

    /** Refuses with {@link SiteRefusal#SPAN} what is not whole slots of one day. */
    public Span {
        if (from == null || to == null || !whole(from) || !whole(to) || !from.isBefore(to)) {
            throw SiteRefusal.SPAN.at("span", from + " ~ " + to, "whole half hours, the end behind the beginning");
        }
        if (!day(from).equals(day(to.minusNanos(1)))) {
            throw SiteRefusal.SPAN.at("span", from + " ~ " + to, "one day");
        }
    }

    /** The day in China. */
    public LocalDate day() {
        return day(from);
    }

    /** Beginnings of its slots, in order. */
    public List<Instant> slots() {
        return Stream.iterate(from, it -> it.isBefore(to), it -> it.plus(SLOT)).toList();
    }

    /** The slot behind it, in which seats are cleaned. */
    public Instant cleaning() {
        return to;
    }

    private static boolean whole(Instant moment) {
        return moment.getNano() == 0 && moment.getEpochSecond() % SLOT.toSeconds() == 0;
    }

    private static LocalDate day(Instant moment) {
        return DeadlineCalculator.dayOf(moment);
    }
}
