package cn.qifeng.trading.keyset.domain;

import cn.qifeng.kernel.LotId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * A key set that takes the place of a lot's former one (后继密钥组), docs/evidence.md section 4.
 *
 * @param place 1 for the first that came after the publication
 * @param setId SM3 of the canonical key set, hex
 * @param entry content hash of its entry {@code lot/key-set}, hex
 * @param lost ids of former sets that cannot open any more, for which it moved the bid deadline; bids sealed to them are
 *     listed as such
 * @param from legal time from which on bids are sealed to it; {@code null} until it is in force
 */
public record KeySetSuccessor(LotId lot, int place, String setId, String entry, List<String> lost, Instant from) {

    public KeySetSuccessor {
        Objects.requireNonNull(lot, "lot");
        Objects.requireNonNull(setId, "setId");
        Objects.requireNonNull(entry, "entry");
        lost = List.copyOf(lost);
    }

    /** Whether bids are sealed to it, or were before the next one. */
    public boolean inForce() {
        return from != null;
    }

    /** The same, in force from this moment on. */
    public KeySetSuccessor inForce(Instant moment) {
        return new KeySetSuccessor(lot, place, setId, entry, lost, Objects.requireNonNull(moment, "moment"));
    }
}
