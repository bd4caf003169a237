package cn.qifeng.evaluation.panel.domain;

import cn.qifeng.kernel.Facts;
import java.util.Optional;

/**
 * Size of a panel and the procuring entity's seats (评标委员会组成, 招标投标法 §37): at least five, odd, experts at
 * least two thirds.
 *
 * @param library where its experts are drawn from; empty: from our own pool
 */
public record PanelComposition(int size, int tendererSeats, Optional<Organisation> library) {

    public PanelComposition {
        library = library == null ? Optional.empty() : library;
    }

    /** A panel of our own pool. */
    public PanelComposition(int size, int tendererSeats) {
        this(size, tendererSeats, Optional.empty());
    }

    private static final int SIZE_MIN = 5;

    /** Refuses a composition that the law does not allow (R19). */
    public void check() {
        if (size < SIZE_MIN || size % 2 == 0) {
            throw PanelRefusal.PANEL_SIZE.with(
                    Facts.field("panel.size", size, "odd, 5 or more").map());
        }
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
