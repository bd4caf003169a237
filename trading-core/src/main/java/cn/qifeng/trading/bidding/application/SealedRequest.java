package cn.qifeng.trading.bidding.application;

import cn.qifeng.kernel.LotId;

/**
 * A seal as it was handed in (封标请求).
 *
 * @param header header.der
 * @param signature header.p7s
 * @param ticket of the upload
 * @param requestKey the client's Idempotency-Key
 * @param lastByteNanos {@link System#nanoTime()} when its last byte was read
 */
public record SealedRequest(
        LotId lot, byte[] header, byte[] signature, String ticket, String requestKey, long lastByteNanos) {}
