package cn.qifeng.evaluation.terminal.domain;

import java.time.Duration;

/**
 * When a terminal's clock is told and when it stops commitments (时钟与心跳参数).
 *
 * @param alarmMs from this offset on it is told; 50 to 2,000 ms
 * @param blockMs from this offset on nothing is committed to; above the alarm, to 60,000 ms
 * @param roundTripMsMax a slower exchange tells nothing of the clock, because it may be wrong by half of that; 20 to
 *     2,000 ms
 * @param every time between two beats; 2 to 60 seconds
 * @param silence without a beat for so long nothing is committed to; two beats at least, to 10 minutes
 */
public record ClockRules(long alarmMs, long blockMs, long roundTripMsMax, Duration every, Duration silence) {

    private static final Duration SILENCE_MAX = Duration.ofMinutes(10);

    /** Throws {@link IllegalStateException} for values outside of their ranges: the service does not start with them. */
    public ClockRules {
        demand("alarm", alarmMs >= 50 && alarmMs <= 2_000);
        demand("block", blockMs > alarmMs && blockMs <= 60_000);
        demand("round-trip", roundTripMsMax >= 20 && roundTripMsMax <= 2_000);
        demand("every", every.toSeconds() >= 2 && every.toSeconds() <= 60);
        demand("silence", silence.compareTo(every.multipliedBy(2)) >= 0 && silence.compareTo(SILENCE_MAX) <= 0);
    }

    private static void demand(String name, boolean holds) {
        if (!holds) {
            throw new IllegalStateException("qifeng.evaluation.seat." + name + " is out of its range");
        }
    }

    /**
     * What this reading says. One of a slow line says nothing; an alarm ends a quarter below its limit, so that a clock at
     * the limit is told once.
     */
    public ClockMark judge(ClockReading reading, ClockMark former) {
        if (reading.roundTripMs() > roundTripMsMax) {
            return former == ClockMark.SILENT ? ClockMark.UNKNOWN : former;
        }
        long away = Math.abs(reading.offsetMs());
        if (away >= blockMs) {
            return ClockMark.BLOCKED;
        }
        boolean stays = former == ClockMark.OFF && away >= alarmMs - alarmMs / 4;
        return away >= alarmMs || stays ? ClockMark.OFF : ClockMark.IN_TIME;
    }
}
