package cn.qifeng.trading.opening.application;

import cn.qifeng.kernel.Facts;
import cn.qifeng.kernel.LotId;
import cn.qifeng.kit.clock.LegalClock;
import cn.qifeng.trading.bidding.application.LotKeySets;
import cn.qifeng.trading.log.application.Chain;
import cn.qifeng.trading.log.domain.RecordedEntry;
import cn.qifeng.trading.opening.domain.BidOpening;
import cn.qifeng.trading.opening.domain.BidOpening.Scheduled;
import cn.qifeng.trading.opening.domain.OpeningRefusal;
import cn.qifeng.trading.opening.domain.OpeningTimes;
import cn.qifeng.trading.opening.domain.Openings;
import cn.qifeng.trading.tender.application.Lots;
import cn.qifeng.trading.tender.domain.PublishedLot;
import cn.qifeng.trust.keyset.KeySet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;

/** What the opening hall knows of a lot (开标大厅); what of it may be shown is decided by the state alone. */
@ApplicationScoped
public class ShowOpening {

    /** Everything that a view of the hall is made of. */
    public record Hall(
            PublishedLot lot,
            BidOpening opening,
            long version,
            KeySet trustees,
            List<RecordedEntry> entries,
            Instant now,
            boolean sandbox,
            OpeningTimes times) {}

    private final Openings openings;
    private final Lots lots;
    private final LotKeySets keySets;
    private final Chain chain;
    private final OpeningClock clock;
    private final LegalClock legalClock;

    ShowOpening(
            Openings openings, Lots lots, LotKeySets keySets, Chain chain, OpeningClock clock, LegalClock legalClock) {
        this.openings = openings;
        this.lots = lots;
        this.keySets = keySets;
        this.chain = chain;
        this.clock = clock;
        this.legalClock = legalClock;
    }

    /** The hall of a published lot; refuses with {@link OpeningRefusal#NO_SUCH_OPENING}. */
    @Transactional
    public Hall of(LotId id) {
        var lot = lots.find(id)
                .orElseThrow(() ->
                        OpeningRefusal.NO_SUCH_OPENING.with(Facts.of("lot", id).map()));
        var entries = chain.entries(lot.tender()).stream()
                .filter(entry -> entry.type().startsWith("lot/") || entry.type().startsWith("draw/"))
                .toList();
        return new Hall(
                lot,
                openings.of(id).orElseGet(() -> new Scheduled(id)),
                openings.version(id),
                keySets.of(lot),
                entries,
                clock.now(),
                legalClock.sandbox(),
                clock.times());
    }

    /** How often the opening has changed; -1 before it was set up. */
    @Transactional
    public long version(LotId id) {
        return openings.version(id);
    }
}
