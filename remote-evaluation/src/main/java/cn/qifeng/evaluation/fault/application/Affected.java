package cn.qifeng.evaluation.fault.application;

import cn.qifeng.evaluation.fault.domain.SeatSign;
import java.time.Instant;
import java.util.List;

/**
 * A site at which an evaluation takes place, as the platform sees it now (涉及场所).
 *
 * @param plannedStart from when its seats are booked
 * @param signs its seats with members at them, by key
 */
public record Affected(String site, String name, Instant plannedStart, List<SeatSign> signs) {

    /** Whether no seat of it gives a sign of life: the platform's own observation. */
    public boolean bySilence() {
        return !signs.isEmpty() && signs.stream().allMatch(SeatSign::silent);
    }
}
