package cn.qifeng.trading.bidding.application;

import cn.qifeng.trading.log.application.Chain;
import cn.qifeng.trading.log.domain.RecordedEntry;
import cn.qifeng.trading.tender.domain.PublishedLot;
import cn.qifeng.trust.keyset.KeySet;
import jakarta.enterprise.context.ApplicationScoped;

/** The key set that a lot's bids are sealed to (保管人密钥组), as its publication entry carries it. */
@ApplicationScoped
public class LotKeySets {

    private final Chain chain;

    LotKeySets(Chain chain) {
        this.chain = chain;
    }

    /** The set named in the publication; throws {@link IllegalStateException} when the chain does not carry it. */
    public KeySet of(PublishedLot lot) {
        return chain.entries(lot.tender()).stream()
                .filter(entry -> entry.type().equals("tender/published"))
                .map(RecordedEntry::body)
                .map(body -> KeySet.from(body.get("keySet")))
                .filter(set -> set.idHex().equals(lot.trusteeSet()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no key set " + lot.trusteeSet()));
    }
}
