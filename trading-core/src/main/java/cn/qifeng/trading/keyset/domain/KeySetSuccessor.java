package cn.qifeng.trading.keyset.domain;

import cn.qifeng.kernel.LotId;
import java.time.Instant;
import java.util.Objects;

/**
 * A key set that takes the place of a lot's former one (后继密钥组), docs/evidence.md section 4.
 *
 * @param place 1 for the first that came after the publication
 * @param setId SM3 of the canonical key set, hex
 * @param entry content hash of its entry {@code lot/key-set}, hex
 * @param from legal time from which on bids are sealed to it; {@code null} until it is in force
 */
public record KeySetSuccessor(LotId lot, int place, String setId, String entry, Instant from) {

    public KeySetSuccessor {
        Objects.requireNonNull(lot, "lot");
        Objects.requireNonNull(setId, "setId");
        Objects.requireNonNull(entry, "entry");
    }

    /** Whether bids are sealed to it, or were before the next one. */
    public boolean inForce() {
        return from != null;
    }

    /** The same, in force from this moment on. */
    public KeySetSuccessor inForce(Instant moment) {
        return new KeySetSuccessor(lot, place, setId, entry, Objects.requireNonNull(moment, "moment"));
    }
}
