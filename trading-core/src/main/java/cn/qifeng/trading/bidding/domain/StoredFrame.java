package cn.qifeng.trading.bidding.domain;

/**
 * One encrypted frame in the store (密文帧).
 *
 * @param n file in the envelope, from 1
 * @param i frame in the file, from 0
 * @param object id in the {@link ObjectStore}
 * @param sm3 SM3 of the frame, hex
 * @param length encrypted bytes
 */
public record StoredFrame(int n, int i, String object, String sm3, int length) {}
