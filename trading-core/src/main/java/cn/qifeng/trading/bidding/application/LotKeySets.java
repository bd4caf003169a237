package cn.qifeng.trading.bidding.application;

import cn.qifeng.trading.keyset.domain.KeySetSuccessor;
import cn.qifeng.trading.keyset.domain.KeySetSuccessors;
import cn.qifeng.trading.keyset.domain.LotSets;
import cn.qifeng.trading.log.application.Chain;
import cn.qifeng.trading.tender.domain.PublishedLot;
import cn.qifeng.trust.envelope.EnvelopeCheck.Recipients;
import cn.qifeng.trust.keyset.KeySet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The key sets that a lot's bids are sealed to (保管人密钥组), as the entries of its chain carry them. */
@ApplicationScoped
public class LotKeySets {

    private static final int KEPT_MAX = 1_000;

    /** Entries in which a set of the lot stands. */
    private static final Set<String> CARRIERS = Set.of("tender/published", "lot/key-set");

    private final Chain chain;
    private final KeySetSuccessors successors;
    private final Map<String, Kept> kept = new ConcurrentHashMap<>();

    /** A set that was read, and how headers name it. */
    private record Kept(KeySet set, Recipients recipients) {}

    LotKeySets(Chain chain, KeySetSuccessors successors) {
        this.chain = chain;
        this.successors = successors;
    }

    /** The set that bids are sealed to now; throws {@link IllegalStateException} when the chain does not carry it. */
    public KeySet of(PublishedLot lot) {
        return sets(lot).current();
    }

    /** Its id alone, hex, without a look into the chain. */
    @Transactional
    public String currentId(PublishedLot lot) {
        return successors.of(lot.lot()).stream()
                .filter(KeySetSuccessor::inForce)
                .reduce((former, last) -> last)
                .map(KeySetSuccessor::setId)
                .orElse(lot.trusteeSet());
    }

    /** Every set that bids were sealed to, or are, the published one first. */
    @Transactional
    public LotSets sets(PublishedLot lot) {
        var all = new ArrayList<LotSets.InForce>();
        all.add(new LotSets.InForce(set(lot, lot.trusteeSet()), lot.trusteeSet(), Instant.MIN));
        var later = successors.of(lot.lot());
        later.stream()
                .filter(KeySetSuccessor::inForce)
                .forEach(next -> all.add(new LotSets.InForce(set(lot, next.setId()), next.setId(), next.from())));
        return new LotSets(all, lost(later));
    }

    /** Sets that cannot open any more, by id in hex, each with the content hash of the replacement that says so. */
    @Transactional
    public Map<String, String> lost(PublishedLot lot) {
        return lost(successors.of(lot.lot()));
    }

    private static Map<String, String> lost(List<KeySetSuccessor> successors) {
        var lost = new HashMap<String, String>();
        successors.forEach(next -> next.lost().forEach(set -> lost.put(set, next.entry())));
        return lost;
    }

    /**
     * A set that an entry of the chain carries. It is known by the hash of its content, so what was read once stays
     * true.
     */
    public KeySet set(PublishedLot lot, String id) {
        return kept(lot, id).set();
    }

    /** How headers name a set. */
    Recipients recipients(PublishedLot lot, String id) {
        return kept(lot, id).recipients();
    }

    private Kept kept(PublishedLot lot, String id) {
        var known = kept.get(id);
        if (known != null && known.set().owner().equals(lot.lot().value())) {
            return known;
        }
        var set = read(lot, id);
        var read = new Kept(set, Recipients.of(set));
        if (kept.size() < KEPT_MAX) {
            kept.put(id, read);
        }
        return read;
    }

    private KeySet read(PublishedLot lot, String id) {
        return chain.entries(lot.tender()).stream()
                .filter(entry -> CARRIERS.contains(entry.type()))
                .map(entry -> KeySet.from(entry.body().get("keySet")))
                .filter(set -> set.idHex().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no key set " + id));
    }
}
