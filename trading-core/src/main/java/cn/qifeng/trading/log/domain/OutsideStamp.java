package cn.qifeng.trading.log.domain;

import java.time.Instant;

/**
 * A token of an outside authority over a head (外部时间戳).
 *
 * @param size of the head
 * @param authority name in the configuration
 * @param at what the token says
 * @param token RFC 3161 token over SM3 of the canonical head, base64
 */
public record OutsideStamp(long size, String authority, Instant at, String token) {}
