package cn.qifeng.trading.opening.application;

import cn.qifeng.kernel.Facts;
import cn.qifeng.kernel.LotId;
import cn.qifeng.kernel.Refused;
import cn.qifeng.kit.clock.LegalClock;
import cn.qifeng.trading.bidding.application.FrozenBids;
import cn.qifeng.trading.bidding.application.LotKeySets;
import cn.qifeng.trading.keyset.domain.LotSets;
import cn.qifeng.trading.log.application.Chain;
import cn.qifeng.trading.log.domain.RecordedEntry;
import cn.qifeng.trading.opening.domain.BidOpening;
import cn.qifeng.trading.opening.domain.BidOpening.Listed;
import cn.qifeng.trading.opening.domain.BidOpening.Scheduled;
import cn.qifeng.trading.opening.domain.BidOpening.Unsealing;
import cn.qifeng.trading.opening.domain.ListedBid;
import cn.qifeng.trading.opening.domain.OpeningRefusal;
import cn.qifeng.trading.opening.domain.OpeningTimes;
import cn.qifeng.trading.opening.domain.Openings;
import cn.qifeng.trading.opening.domain.PressingSet;
import cn.qifeng.trading.opening.domain.Suspension;
import cn.qifeng.trading.opening.domain.Suspensions;
import cn.qifeng.trading.succession.application.KeyLosses;
import cn.qifeng.trading.succession.domain.KeyLoss;
import cn.qifeng.trading.tender.application.Lots;
import cn.qifeng.trading.tender.domain.PublishedLot;
import cn.qifeng.trust.json.Fields;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the opening hall knows of a lot (开标大厅); what of it may be shown is decided by the state alone. */
@ApplicationScoped
public class ShowOpening {

    /**
     * When a held bid was received (待裁定投标).
     *
     * @param stamp legal time of its last byte
     * @param boundMs error bound of that, in milliseconds
     */
    public record HeldStamp(String headerHash, Instant stamp, long boundMs) {}

    /**
     * Everything that a view of the hall is made of.
     *
     * @param suspension the newest one, decided or not
     * @param sets key sets that bids were sealed to, or are
     * @param pressing those with bids to open, once that is no secret
     * @param losses keys that were declared lost
     * @param held when the held bids were received, while their decision is due or was just taken
     */
    public record Hall(
            PublishedLot lot,
            BidOpening opening,
            Optional<Suspension> suspension,
            long version,
            LotSets sets,
            List<PressingSet> pressing,
            List<KeyLoss> losses,
            List<RecordedEntry> entries,
            List<HeldStamp> held,
            Instant now,
            boolean sandbox,
            OpeningTimes times) {}

    private final Openings openings;
    private final Suspensions suspensions;
    private final Lots lots;
    private final LotKeySets keySets;
    private final SetsToPress pressing;
    private final KeyLosses losses;
    private final Chain chain;
    private final FrozenBids frozen;
    private final OpeningClock clock;
    private final LegalClock legalClock;

    ShowOpening(
            Openings openings,
            Suspensions suspensions,
            Lots lots,
            LotKeySets keySets,
            SetsToPress pressing,
            KeyLosses losses,
            Chain chain,
            FrozenBids frozen,
            OpeningClock clock,
            LegalClock legalClock) {
        this.openings = openings;
        this.suspensions = suspensions;
        this.lots = lots;
        this.keySets = keySets;
        this.pressing = pressing;
        this.losses = losses;
        this.chain = chain;
        this.frozen = frozen;
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
        var opening = openings.of(id).orElseGet(() -> new Scheduled(id));
        return new Hall(
                lot,
                opening,
                suspensions.newest(id),
                openings.version(id),
                keySets.sets(lot),
                pressing(lot, opening),
                losses.of(lot),
                entries,
                held(opening),
                clock.now(),
                legalClock.sandbox(),
                clock.times());
    }

    /** Behind the draw, when the trustees know it too; before, how many bids each set has is as secret as their number. */
    private List<PressingSet> pressing(PublishedLot lot, BidOpening opening) {
        if (!(opening instanceof Unsealing unsealing)) {
            return List.of();
        }
        try {
            return pressing.of(lot, unsealing.checkpoint());
        } catch (Refused differs) {
            return List.of();
        }
    }

    private List<HeldStamp> held(BidOpening opening) {
        if (!(opening instanceof Listed listed) || listed.list().held().isEmpty()) {
            return List.of();
        }
        var held = listed.list().held().stream().map(ListedBid::headerHash).toList();
        return frozen.of(opening.lot()).stream()
                .filter(bid -> held.contains(bid.sealing().headerHash()))
                .map(bid -> bid.sealing().receipt())
                .map(receipt -> Fields.of(receipt.doc()))
                .map(receipt -> new HeldStamp(
                        receipt.text("headerHash"),
                        receipt.moment("stamp"),
                        receipt.integer("boundMs", 0, Long.MAX_VALUE)))
                .toList();
    }

    /** How often the opening has changed; -1 before it was set up. */
    @Transactional
    public long version(LotId id) {
        return openings.version(id);
    }
}
