package cn.qifeng.evaluation.clarification.domain;

import cn.qifeng.kernel.Facts;
import java.time.Duration;
import java.time.Instant;

/**
 * How long a bidder has to answer (澄清时限): between these bounds, counted from the release by the legal clock. The law
 * sets none; the tender document or the panel does (实施条例 §52).
 *
 * @param minutesMin fewest minutes
 * @param minutesMax most minutes
 */
public record AnswerTime(int minutesMin, int minutesMax) {

    /** Refuses minutes outside of the bounds. */
    public int checked(long minutes) {
        if (minutes < minutesMin || minutes > minutesMax) {
            throw ClarificationRefusal.MINUTES_OUT_OF_RANGE.with(
                    Facts.field("minutes", minutes, minutesMin + ".." + minutesMax)
                            .map());
        }
        return (int) minutes;
    }

    /** The last moment at which an answer counts, this moment included. */
    public static Instant deadline(Instant releasedAt, int minutes) {
        return releasedAt.plus(Duration.ofMinutes(minutes));
    }
}
