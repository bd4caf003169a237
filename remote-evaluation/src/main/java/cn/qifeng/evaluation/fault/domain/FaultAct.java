package cn.qifeng.evaluation.fault.domain;

import java.time.Instant;
import java.util.List;

/**
 * Report or clearance of a fault (故障报告、排除) with what the platform saw at that moment.
 *
 * @param at legal time
 * @param person id of the person
 * @param role {@code centre}, {@code sub-site} or {@code supervisor}
 * @param signs seats of the site with their last heart-beats, by key
 */
public record FaultAct(Instant at, String person, String role, String reason, List<SeatSign> signs) {

    private static final int REASON_MAX = 500;

    public FaultAct {
        signs = List.copyOf(signs);
        reason = written(reason);
    }

    /** A reason that can be written down; refuses others with {@link FaultRefusal#REASON}. */
    public static String written(String reason) {
        var stripped = reason == null ? "" : reason.strip();
        boolean readable = !stripped.isEmpty()
                && stripped.length() <= REASON_MAX
                && stripped.chars().noneMatch(it -> Character.isISOControl(it) && it != '\n');
        if (!readable) {
            throw FaultRefusal.REASON.at("reason", stripped.length() + " characters", "1 to " + REASON_MAX);
        }
        return stripped;
    }

    /** When what it reports began: where every seat is silent, with the last beat of all; otherwise now. */
    public Instant began() {
        boolean silent = !signs.isEmpty() && signs.stream().allMatch(SeatSign::silent);
        return silent
                ? signs.stream().map(SeatSign::beatAt).max(Instant::compareTo).orElse(at)
                : at;
    }
}
