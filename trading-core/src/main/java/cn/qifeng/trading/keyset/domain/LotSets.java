package cn.qifeng.trading.keyset.domain;

import cn.qifeng.trust.keyset.KeySet;
import cn.qifeng.trust.keyset.KeySetMember;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The key sets of a lot that bids were sealed to, or are (标段密钥组), the published one first: each from its moment on
 * until the next one's.
 *
 * @param lost sets that cannot open any more, by id in hex, each with the content hash of the replacement that says so
 */
public record LotSets(List<InForce> all, Map<String, String> lost) {

    /**
     * A set, its id in hex, which is a hash that nobody makes twice, and from when on bids are sealed to it; the
     * published one has {@link Instant#MIN}.
     */
    public record InForce(KeySet set, String id, Instant from) {}

    public LotSets {
        all = List.copyOf(all);
        lost = Map.copyOf(lost);
        if (all.isEmpty()) {
            throw new IllegalArgumentException("a published lot has a key set");
        }
    }

    /** The one that bids are sealed to now; draws and releases are made to it. */
    public KeySet current() {
        return last().set();
    }

    /** Its id in hex. */
    public String currentId() {
        return last().id();
    }

    private InForce last() {
        return all.get(all.size() - 1);
    }

    /** The one with this id in hex, whether it is the current one or was before. */
    public Optional<KeySet> find(String id) {
        return all.stream().filter(one -> one.id().equals(id)).map(InForce::set).findFirst();
    }

    /** Whether this certificate (id in hex) has a key in any of them. */
    public boolean hasMember(String certificateId) {
        return all.stream().anyMatch(one -> one.set().member(certificateId).isPresent());
    }

    /** The members of all of them with this certificate. */
    public List<KeySetMember> members(String certificateId) {
        return all.stream()
                .map(one -> one.set().member(certificateId))
                .flatMap(Optional::stream)
                .toList();
    }

    /**
     * Whether a set was the one to seal to at this moment; what the error bound of a stamp leaves open counts for the
     * bidder.
     *
     * @param boundMs how far the stamp can be from the decision clock, either way
     */
    public boolean sealable(String id, Instant stamp, long boundMs) {
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).id().equals(id)) {
                boolean begun = !stamp.plusMillis(boundMs).isBefore(all.get(i).from());
                boolean over = i + 1 < all.size()
                        && !stamp.minusMillis(boundMs).isBefore(all.get(i + 1).from());
                return begun && !over;
            }
        }
        return false;
    }
}
