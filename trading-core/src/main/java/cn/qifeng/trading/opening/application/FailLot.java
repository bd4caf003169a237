package cn.qifeng.trading.opening.application;

import cn.qifeng.kit.outbox.Outbox;
import cn.qifeng.trading.bidding.application.FrozenBids;
import cn.qifeng.trading.bidding.domain.Bid;
import cn.qifeng.trading.log.application.Chain;
import cn.qifeng.trading.opening.domain.BidOpening.Failed;
import cn.qifeng.trading.tender.application.Progress;
import cn.qifeng.trading.tender.domain.PublishedLot;
import cn.qifeng.trading.tender.domain.Stage;
import cn.qifeng.trust.json.CanonicalJson;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;

/** Ends a lot with too few bids, or one that was suspended (流标、终止): only the count is published, the envelopes are deleted unopened, bonds go back. */
@ApplicationScoped
class FailLot {

    private final FrozenBids frozen;
    private final Chain chain;
    private final Progress progress;
    private final Outbox outbox;

    FailLot(FrozenBids frozen, Chain chain, Progress progress, Outbox outbox) {
        this.frozen = frozen;
        this.chain = chain;
        this.progress = progress;
        this.outbox = outbox;
    }

    /** Gives the same end, in the caller's transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    Failed fail(PublishedLot lot, Failed failed, List<Bid> bids) {
        chain.append(lot.tender(), "lot/failed", OpeningEntries.failed(failed));
        frozen.dropFrames(bids);
        progress.move(lot.lot(), Stage.FAILED);
        var body = CanonicalJson.object().put("tender", lot.tender().toString()).put("reason", "LOT_FAILED");
        outbox.send(
                "guarantee-bond",
                "/internal/lots/" + lot.lot() + "/released",
                lot.lot().toString(),
                body);
        return failed;
    }
}
