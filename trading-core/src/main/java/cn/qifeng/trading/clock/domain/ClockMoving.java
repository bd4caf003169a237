package cn.qifeng.trading.clock.domain;

import java.time.Instant;

/** The sandbox is about to move the legal clock from this moment (法定时钟将拨); told before any transaction of the move. */
public record ClockMoving(Instant from) {}
