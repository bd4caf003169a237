package cn.qifeng.trading.log.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * One re-hash of the whole log (存证日志复核): everything below a head is hashed again, from the bodies of entries up to the
 * signed heads. It tells no number of contents, because that would count bids before the opening (招标投标法 §22).
 *
 * @param night the day on which it is the nightly one, {@code 2026-12-22}, or empty when a person asked for it
 * @param askedBy account of that person, or an empty string
 * @param startedAt machine time
 * @param result what came of it, or empty while it runs and when it broke off
 */
public record LogCheck(UUID id, Optional<String> night, String askedBy, Instant startedAt, Optional<Result> result) {

    private static final Duration LASTS_MAX = Duration.ofHours(12);

    /** Whether it ended without a result, with the node that did it. */
    public boolean brokenOff(Instant now) {
        return result.isEmpty() && startedAt.plus(LASTS_MAX).isBefore(now);
    }

    /**
     * What a check found (复核结果).
     *
     * @param endedAt machine time
     * @param size of the newest head at its start
     * @param root of the tree as it was hashed again, hex
     * @param digest over places and content hashes of all contents, hex: the next check must find the same below this size
     * @param differences how many differences there are
     * @param first the first of them, at most {@value #SHOWN_MAX}
     * @param entry id of the entry {@code log/checked} that records it
     */
    public record Result(
            Instant endedAt,
            long size,
            String root,
            String digest,
            int differences,
            List<LogDifference> first,
            UUID entry) {

        /** How many differences are kept. */
        public static final int SHOWN_MAX = 100;

        /** Copies the list. */
        public Result {
            first = List.copyOf(first);
        }
    }
}
