package cn.qifeng.trading.clock.domain;

import java.time.Instant;

/**
 * One reading of the clock (时钟读数).
 *
 * @param legal legal time, in milliseconds
 * @param machine the database's own time, in milliseconds
 * @param boundMs by how many milliseconds at most the reading is off; the time that the question took
 * @param atNanos {@link System#nanoTime()} of this node at the reading
 */
public record ClockReading(Instant legal, Instant machine, long boundMs, long atNanos) {}
