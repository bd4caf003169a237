package cn.qifeng.trading.bidding.application;

import cn.qifeng.trading.log.application.Chain;
import cn.qifeng.trading.log.domain.RecordedEntry;
import cn.qifeng.trading.tender.domain.PublishedLot;
import cn.qifeng.trust.envelope.EnvelopeCheck.Recipients;
import cn.qifeng.trust.keyset.KeySet;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The key set that a lot's bids are sealed to (保管人密钥组), as its publication entry carries it. */
@ApplicationScoped
public class LotKeySets {

    private static final int KEPT_MAX = 1_000;

    private final Chain chain;
    private final Map<String, Kept> kept = new ConcurrentHashMap<>();

    /** A set that was read, and how headers name it. */
    private record Kept(KeySet set, Recipients recipients) {}

    LotKeySets(Chain chain) {
        this.chain = chain;
    }

    /**
     * The set named in the publication; throws {@link IllegalStateException} when the chain does not carry it. A set is
     * known by the hash of its content, so what was read once stays true.
     */
    public KeySet of(PublishedLot lot) {
        return kept(lot).set();
    }

    /** How headers name that set. */
    Recipients recipients(PublishedLot lot) {
        return kept(lot).recipients();
    }

    private Kept kept(PublishedLot lot) {
        var known = kept.get(lot.trusteeSet());
        if (known != null && known.set().owner().equals(lot.lot().value())) {
            return known;
        }
        var set = read(lot);
        var read = new Kept(set, Recipients.of(set));
        if (kept.size() < KEPT_MAX) {
            kept.put(lot.trusteeSet(), read);
        }
        return read;
    }

    private KeySet read(PublishedLot lot) {
        return chain.entries(lot.tender()).stream()
                .filter(entry -> entry.type().equals("tender/published"))
                .map(RecordedEntry::body)
                .map(body -> KeySet.from(body.get("keySet")))
                .filter(set -> set.idHex().equals(lot.trusteeSet()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no key set " + lot.trusteeSet()));
    }
}
