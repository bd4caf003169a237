package cn.qifeng.trading.opening.domain;

import java.util.Set;

/**
 * A key set of the lot with the bids that its members press for (待启封密钥组): those sealed to it, in mode BIDDERS all that
 * were released.
 *
 * @param set id of the key set, hex
 * @param threshold how many of its members open
 * @param members how many it has
 * @param bids ids of the bids
 */
public record PressingSet(String set, int threshold, int members, Set<String> bids) {

    public PressingSet {
        bids = Set.copyOf(bids);
    }
}
