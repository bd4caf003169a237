package cn.qifeng.trading.opening.application;

import cn.qifeng.kernel.LotId;
import cn.qifeng.trading.bidding.domain.Sealing;
import cn.qifeng.trading.log.application.Chain;
import cn.qifeng.trading.log.domain.EntryRef;
import cn.qifeng.trading.opening.domain.BidOpening.Unsealing;
import cn.qifeng.trading.opening.domain.Checkpoint;
import cn.qifeng.trading.tender.application.Lots;
import cn.qifeng.trading.tender.domain.PublishedLot;
import cn.qifeng.trust.keyset.KeySetMember;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.stream.Collectors;

/** What a trustee needs to press (待启封): the list, and the headers with the wraps made to it. */
@ApplicationScoped
public class PressesToDo {

    /**
     * One trustee's work.
     *
     * @param headers header.der's of the bids to open, by bid id
     * @param pressed whether it is done
     */
    public record ToDo(
            PublishedLot lot,
            Checkpoint checkpoint,
            String coefficient,
            KeySetMember trustee,
            Map<String, byte[]> headers,
            boolean pressed,
            EntryRef chainHead) {}

    private final OpeningSteps steps;
    private final Lots lots;
    private final PressBids pressBids;
    private final LiveBids liveBids;
    private final Chain chain;

    PressesToDo(OpeningSteps steps, Lots lots, PressBids pressBids, LiveBids liveBids, Chain chain) {
        this.steps = steps;
        this.lots = lots;
        this.pressBids = pressBids;
        this.liveBids = liveBids;
        this.chain = chain;
    }

    /** For the member with this certificate; refuses others, and before the coefficient is drawn. */
    @Transactional
    public ToDo of(LotId id, String certificateId) {
        var lot = lots.of(id);
        var trustee = pressBids.trustee(lot, certificateId);
        var unsealing = steps.in(id, Unsealing.class);
        boolean pressed =
                unsealing.presses().stream().anyMatch(press -> press.trustee().equals(certificateId));
        return new ToDo(
                lot,
                unsealing.checkpoint(),
                unsealing.coefficient(),
                trustee,
                liveBids.toOpen(id, unsealing.checkpoint()).stream()
                        .collect(Collectors.toMap(Sealing::bidId, Sealing::header)),
                pressed,
                chain.head(lot.tender()).orElseThrow());
    }
}
