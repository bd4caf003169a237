package cn.qifeng.trading.opening.domain;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/**
 * One bidder's release (投标人解密放行) in mode BIDDERS, as it was taken.
 *
 * @param bidId envelope, hex
 * @param hash SM3 of the canonical doc of its statement, hex
 * @param at legal time at which it was taken
 * @param statement what the bidder signed
 * @param receipt what the platform signed for it
 */
public record Release(String bidId, String hash, Instant at, ObjectNode statement, ObjectNode receipt) {}
