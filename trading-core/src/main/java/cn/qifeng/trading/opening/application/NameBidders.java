package cn.qifeng.trading.opening.application;

import cn.qifeng.kernel.LotId;
import cn.qifeng.trading.bidding.domain.Sealing;
import cn.qifeng.trading.log.application.Chain;
import cn.qifeng.trading.opening.domain.BidOpening.Listed;
import cn.qifeng.trading.opening.domain.BidderName;
import cn.qifeng.trading.party.application.Directory;
import cn.qifeng.trading.tender.application.Lots;
import cn.qifeng.trading.tender.application.Progress;
import cn.qifeng.trading.tender.domain.Stage;
import cn.qifeng.trust.envelope.OpeningMode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/**
 * Reads the names of the bidders (公布投标人名单) when the viewing time is over, and opens the coefficient's draw; in mode
 * BIDDERS the release window, behind which the draw comes.
 */
@ApplicationScoped
public class NameBidders {

    private final OpeningSteps steps;
    private final OpeningClock clock;
    private final Lots lots;
    private final LiveBids liveBids;
    private final Directory directory;
    private final Chain chain;
    private final Progress progress;
    private final CoefficientDraws draws;

    NameBidders(
            OpeningSteps steps,
            OpeningClock clock,
            Lots lots,
            LiveBids liveBids,
            Directory directory,
            Chain chain,
            Progress progress,
            CoefficientDraws draws) {
        this.steps = steps;
        this.clock = clock;
        this.lots = lots;
        this.liveBids = liveBids;
        this.directory = directory;
        this.chain = chain;
        this.progress = progress;
        this.draws = draws;
    }

    /** Shows the names of every live bid; refuses before the viewing time is over. */
    @Transactional
    public void name(LotId id) {
        var lot = lots.of(id);
        steps.take(id, Listed.class, listed -> {
            listed.requireNameable(clock.now());
            var names = liveBids.of(id, listed.list(), listed.held()).stream()
                    .map(this::name)
                    .toList();
            progress.move(id, Stage.OPENING);
            chain.append(lot.tender(), "lot/names", OpeningEntries.names(names));
            return lot.openingMode() == OpeningMode.BIDDERS
                    ? listed.openWindow(names, lot.releaseWindow(), clock.now())
                    : listed.name(names, draws.open(lot), clock.now());
        });
    }

    private BidderName name(Sealing sealing) {
        var uscc = sealing.bidder();
        var party = directory.party(uscc).orElseThrow();
        return new BidderName(sealing.bidId(), party.name(), uscc.value());
    }
}
