package cn.qifeng.trading.keyset.domain;

import cn.qifeng.kernel.PersonId;
import cn.qifeng.trust.keyset.KeySetMember;
import cn.qifeng.trust.keyset.Side;
import java.util.Optional;

/**
 * One trustee's place (保管人席) in a key ceremony.
 *
 * @param x number in the set, from 1
 * @param offer the key with its signature, once it is offered
 * @param canary the random value behind the challenge, hex, or {@code null} before the offer
 * @param challenge the canary wrapped to the member's key, base64, or {@code null}
 * @param shown whether the member unwrapped it
 */
public record Seat(
        int x,
        PersonId person,
        String name,
        Side side,
        Optional<KeySetMember> offer,
        String canary,
        String challenge,
        boolean shown) {

    /** A place whose trustee has done nothing yet. */
    public static Seat empty(int x, PersonId person, String name, Side side) {
        return new Seat(x, person, name, side, Optional.empty(), null, null, false);
    }

    /** The place with its key and the canary for it. */
    public Seat offered(KeySetMember member, String value, String wrap) {
        return new Seat(x, person, name, side, Optional.of(member), value, wrap, false);
    }

    /** The place after the right answer. */
    public Seat answered() {
        return new Seat(x, person, name, side, offer, canary, challenge, true);
    }
}
