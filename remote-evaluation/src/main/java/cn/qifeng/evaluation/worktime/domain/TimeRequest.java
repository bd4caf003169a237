package cn.qifeng.evaluation.worktime.domain;

import java.time.Instant;

/**
 * A member's signed request for more time (评标时间不足的意见, 实施条例 §48).
 *
 * @param number of the session's requests, from 1
 * @param member certificate id, hex
 * @param sm3 of the canonical signed doc, hex
 * @param ends how many ends had been set when it was made
 * @param at legal time
 */
public record TimeRequest(int number, String member, String reason, String sm3, int ends, Instant at) {}
