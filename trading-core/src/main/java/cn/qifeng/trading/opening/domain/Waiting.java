package cn.qifeng.trading.opening.domain;

import java.time.Instant;

/**
 * A step of an opening that only others can bring about (等候中的环节).
 *
 * @param cause why it stands still when it takes too long
 * @param since since when they can
 */
public record Waiting(SuspensionCause cause, Instant since) {}
