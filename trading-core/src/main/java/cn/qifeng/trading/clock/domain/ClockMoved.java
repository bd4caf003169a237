package cn.qifeng.trading.clock.domain;

import java.time.Instant;

/** The sandbox moved the legal clock (法定时钟已拨); told in the transaction of the move, so that the log takes it in. */
public record ClockMoved(Instant from, Instant to) {}
