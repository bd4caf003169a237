package cn.qifeng.evaluation.site.domain;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;

/** Choice of seats for a booking (选席): members of one project never sit beside each other (席位制). */
public final class SeatChoice {

    private static final int TRIES = 40;

    private static final Comparator<SeatPlace> BY_PLAN = Comparator.comparing(SeatPlace::room)
            .thenComparingInt(SeatPlace::row)
            .thenComparingInt(SeatPlace::column);

    private SeatChoice() {}

    /** So many seats that no two are adjacent, at random; refuses with {@link SiteRefusal#TOO_FEW_SEATS}. */
    public static List<SeatPlace> of(List<SeatPlace> free, int count, RandomGenerator random) {
        for (int i = 0; i < TRIES; i++) {
            var chosen = apart(shuffled(free, random));
            if (chosen.size() >= count) {
                return chosen.subList(0, count);
            }
        }
        var most = apart(free.stream().sorted(BY_PLAN).toList());
        if (most.size() < count) {
            throw SiteRefusal.TOO_FEW_SEATS.at("seats", count, "at most " + most.size());
        }
        return shuffled(most, random).subList(0, count);
    }

    /** How many seats can be had at once without two that are adjacent. */
    public static int capacity(List<SeatPlace> free) {
        return apart(free.stream().sorted(BY_PLAN).toList()).size();
    }

    private static List<SeatPlace> apart(List<SeatPlace> places) {
        var chosen = new ArrayList<SeatPlace>();
        for (SeatPlace place : places) {
            if (chosen.stream().noneMatch(place::adjacent)) {
                chosen.add(place);
            }
        }
        return chosen;
    }

    private static List<SeatPlace> shuffled(List<SeatPlace> places, RandomGenerator random) {
        var shuffled = new ArrayList<>(places);
        for (int i = shuffled.size() - 1; i > 0; i--) {
            Collections.swap(shuffled, i, random.nextInt(i + 1));
        }
        return shuffled;
    }
}
