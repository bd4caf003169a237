package cn.qifeng.trading.opening.domain;

import java.time.Instant;

/** A time in which the platform gave no sign of life (服务中断), by the machine clock. */
public record Outage(Instant from, Instant until) {}
