package cn.qifeng.trading.access;

import cn.qifeng.kernel.LotId;
import cn.qifeng.trading.opening.domain.BidList;
import cn.qifeng.trading.opening.domain.BidOpening;
import cn.qifeng.trading.opening.domain.BidOpening.Opened;
import cn.qifeng.trading.opening.domain.BidderName;
import cn.qifeng.trading.opening.domain.Checkpoint;
import cn.qifeng.trading.opening.domain.ListedBid;
import cn.qifeng.trading.opening.domain.Objection;
import cn.qifeng.trading.opening.domain.RecordSignature;
import cn.qifeng.trading.opening.domain.RecordSignature.Capacity;
import cn.qifeng.trading.opening.domain.ReleaseWindow;
import cn.qifeng.trust.json.CanonicalJson;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Openings in the state that a phase of the lot has; their lists are empty, so that no envelope is needed. */
final class ParkedOpenings {

    static final String RECORD = "cd".repeat(32);

    /** Id of the held bid; twice as long it is the hash of its header. */
    static final String HELD = "07".repeat(16);

    private static final Duration LONG = Duration.ofDays(3650);

    private final LotId lot;
    private final String hash;
    private final List<BidderName> names;
    private final UUID objection;
    private final Instant now;

    /** {@code hash}: of the bid list's entry. */
    ParkedOpenings(LotId lot, String hash, List<BidderName> names, UUID objection, Instant now) {
        this.lot = lot;
        this.hash = hash;
        this.names = names;
        this.objection = objection;
        this.now = now;
    }

    /** One bid that is held, so that there is something to decide. */
    private BidList held() {
        return new BidList(now, now, List.of(new ListedBid(HELD, HELD.repeat(2), 1, RECORD, "HELD", null)));
    }

    BidOpening in(LotPhase phase) {
        var list = new BidList(now, now, List.of());
        var drawing =
                new BidOpening.Drawing(lot, new Checkpoint(list, hash, null, null), now, names, UUID.randomUUID());
        return switch (phase) {
            case DRAFT -> throw new IllegalArgumentException("nothing to open");
            case BIDDING -> new BidOpening.Scheduled(lot);
            case LISTED -> new BidOpening.Listed(lot, held(), hash, now.plus(LONG), null, null);
            case RELEASING ->
                new BidOpening.Releasing(
                        lot, drawing.checkpoint(), names, ReleaseWindow.of(now, Duration.ofHours(1)), List.of());
            case DRAWING -> drawing;
            case UNSEALING, SUSPENDED -> drawing.drawn("0.97", now);
            case OPENED -> objected(drawing.drawn("0.97", now).reveal(List.of(), now, LONG));
            case SIGNING -> written(drawing);
            case FAILED -> new BidOpening.Failed(lot, now, 2);
            default ->
                written(drawing)
                        .sign(signature(Capacity.AGENCY))
                        .sign(signature(Capacity.SUPERVISOR))
                        .recorded(now);
        };
    }

    private Opened objected(Opened opened) {
        return opened.object(new Objection(objection, names.get(0).name(), now, CanonicalJson.object(), null));
    }

    private Opened written(BidOpening.Drawing drawing) {
        var before = now.minusSeconds(7200);
        return drawing.drawn("0.97", before)
                .reveal(List.of(), before, Duration.ofHours(1))
                .drafted(RECORD, now);
    }

    private static RecordSignature signature(Capacity capacity) {
        return new RecordSignature(capacity, capacity.name(), CanonicalJson.object());
    }
}
