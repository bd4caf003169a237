package cn.qifeng.trading.bidding.application;

import cn.qifeng.kernel.LotId;
import cn.qifeng.kernel.Uscc;
import cn.qifeng.trading.bidding.domain.BiddingRefusal;
import cn.qifeng.trading.bidding.domain.LotKeys;
import cn.qifeng.trading.bidding.domain.ObjectStore;
import cn.qifeng.trading.bidding.domain.Upload;
import cn.qifeng.trading.bidding.domain.UploadLayout;
import cn.qifeng.trading.bidding.domain.Uploads;
import cn.qifeng.trading.tender.application.Lots;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** Begins an upload of encrypted files (开始上传). */
@ApplicationScoped
public class OpenUpload {

    private final Lots lots;
    private final LotKeys keys;
    private final Uploads uploads;
    private final ObjectStore store;

    OpenUpload(Lots lots, LotKeys keys, Uploads uploads, ObjectStore store) {
        this.lots = lots;
        this.keys = keys;
        this.uploads = uploads;
        this.store = store;
    }

    /**
     * A new upload of {@code bidder} for {@code lot}; refuses when the bid list of the lot is taken, since nothing could
     * refer to it, and when the store has no room for all of it.
     */
    @Transactional
    public Upload open(LotId lot, Uscc bidder, UploadLayout layout) {
        var key = LotKeyOf.published(lots, keys, lot);
        if (keys.isFrozen(lot)) {
            throw BiddingRefusal.FROZEN.refused();
        }
        store.reserve(layout.cipherBytes());
        var upload = Upload.open(lot, bidder, layout);
        uploads.add(key, upload);
        return upload;
    }
}
