package cn.qifeng.trading.opening.domain;

import java.time.Instant;
import java.util.Map;

/**
 * One trustee's press (启封): its share of every live bid that is sealed to its set, at once.
 *
 * @param set id of the key set, hex
 * @param trustee id of the certificate, hex
 * @param x its place in the key set
 * @param at legal time
 * @param shares by bid id, 16 bytes in hex; a bid that is missing had a bad wrap
 */
public record Press(String set, String trustee, int x, Instant at, Map<String, String> shares) {

    public Press {
        shares = Map.copyOf(shares);
    }
}
