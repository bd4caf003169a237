package cn.qifeng.evaluation.fault.domain;

import java.time.Instant;

/**
 * Last sign of life of a seat at the site of a fault (席位最后心跳).
 *
 * @param seat key of the seat, {@code site/room/seat}
 * @param beatAt legal time of its last heart-beat
 * @param silent whether none came for longer than a terminal may be silent
 */
public record SeatSign(String seat, Instant beatAt, boolean silent) {}
