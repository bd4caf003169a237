package cn.qifeng.evaluation.worktime.domain;

import java.time.Instant;

/**
 * Until when the panel has time (评标截止时间), as the procuring entity or its agency set it.
 *
 * @param number of the session's ends, from 1; each later one is an extension (延长)
 * @param until legal time
 * @param reason why, may be empty for the first
 * @param asked how many members had asked for more time
 * @param at legal time at which it was set
 */
public record PlannedEnd(int number, Instant until, String reason, int asked, Instant at) {}
