package cn.qifeng.trading.bidding.application;

import cn.qifeng.kernel.Facts;
import cn.qifeng.kernel.LotId;
import cn.qifeng.kernel.Uscc;
import cn.qifeng.trading.bidding.domain.BiddingRefusal;
import cn.qifeng.trading.bidding.domain.LotKey;
import cn.qifeng.trading.bidding.domain.LotKeys;
import cn.qifeng.trading.bidding.domain.Upload;
import cn.qifeng.trading.bidding.domain.Uploads;
import cn.qifeng.trading.tender.application.Lots;
import cn.qifeng.trading.tender.domain.PublishedLot;
import java.util.UUID;

/** Finds the key of a lot, or of a row that does not say which lot it belongs to. */
final class LotKeyOf {

    /** An upload together with the key that reads it. */
    record Keyed(LotKey key, Upload upload) {}

    private LotKeyOf() {}

    /** The published lot; refuses with {@link BiddingRefusal#NO_SUCH_LOT}. */
    static PublishedLot lot(Lots lots, LotId lot) {
        return lots.find(lot).orElseThrow(() -> noSuchLot(lot));
    }

    /** The key of a published lot; refuses with {@link BiddingRefusal#NO_SUCH_LOT}. */
    static LotKey published(Lots lots, LotKeys keys, LotId lot) {
        return keys.of(lot).orElseGet(() -> keys.make(lot(lots, lot).lot()));
    }

    static RuntimeException noSuchLot(LotId lot) {
        return BiddingRefusal.NO_SUCH_LOT.with(
                Facts.field("lotId", lot, "a published lot").map());
    }

    /** The caller's own upload; refuses with {@link BiddingRefusal#NO_SUCH_UPLOAD}. */
    static Keyed upload(LotKeys keys, Uploads uploads, UUID id, Uscc bidder) {
        return uploads.keyOf(id, keys.unfrozen())
                .flatMap(key -> uploads.of(key, id, bidder).map(upload -> new Keyed(key, upload)))
                .orElseThrow(() -> BiddingRefusal.NO_SUCH_UPLOAD.with(
                        Facts.field("upload", id, "an upload of your own").map()));
    }
}
