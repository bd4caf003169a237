package cn.qifeng.evaluation.panel.domain;

import cn.qifeng.kernel.Facts;
import java.util.Optional;

/**
 * Size of a panel and the procuring entity's seats (评标委员会组成, 招标投标法 §37): at least five, odd, experts at
 * least two thirds.
 *
 * @param library where its experts are drawn from; empty: from our own pool
 * @param hours how long the panel has at least, in hours, as the tender document says (评标时间); empty where it does not
 */
public record PanelComposition(int size, int tendererSeats, Optional<Organisation> library, Optional<Integer> hours) {

    public PanelComposition {
        library = library == null ? Optional.empty() : library;
        hours = hours == null ? Optional.empty() : hours;
    }

    /** A panel of our own pool. */
    public PanelComposition(int size, int tendererSeats) {
        this(size, tendererSeats, Optional.empty(), Optional.empty());
    }

    private static final int SIZE_MIN = 5;
    private static final int HOURS_MIN = 1;
    private static final int HOURS_MAX = 720;

    /** Refuses a composition that the law does not allow (R19). */
    public void check() {
        if (size < SIZE_MIN || size % 2 == 0) {
            throw PanelRefusal.PANEL_SIZE.with(
                    Facts.field("panel.size", size, "odd, 5 or more").map());
        }
        hours.filter(it -> it < HOURS_MIN || it > HOURS_MAX).ifPresent(it -> {
            throw PanelRefusal.BAD_ORDER.with(Facts.field("panel.evaluationHours", it, HOURS_MIN + " to " + HOURS_MAX)
                    .map());
        });
        if (tendererSeats < 0 || 3 * (size - tendererSeats) < 2 * size) {
            throw PanelRefusal.TOO_FEW_EXPERTS.with(Facts.field("panel.tendererSeats", tendererSeats, "0.." + size / 3)
                    .map());
        }
    }

    /** Seats for drawn experts. */
    public int expertSeats() {
        return size - tendererSeats;
    }
}
