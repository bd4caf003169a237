package cn.qifeng.trading.bidding.application;

import cn.qifeng.kit.clock.LegalClock;
import cn.qifeng.trading.bidding.domain.Receipts;
import cn.qifeng.trading.keys.PlatformKeys;
import cn.qifeng.trading.log.application.TrustFiles;
import jakarta.enterprise.context.ApplicationScoped;

/** Where receipts are written (回执签发): the platform's receipt key and the anchors that each receipt names. */
@ApplicationScoped
public class ReceiptDesk {

    private final PlatformKeys keys;
    private final TrustFiles trustFiles;
    private final LegalClock clock;

    ReceiptDesk(PlatformKeys keys, TrustFiles trustFiles, LegalClock clock) {
        this.keys = keys;
        this.trustFiles = trustFiles;
        this.clock = clock;
    }

    /** Refuses with {@code log/not-started} before the log has its trust file. */
    public Receipts receipts() {
        return new Receipts(keys.receipt(), trustFiles.logId(), trustFiles.fingerprint(), clock.sandbox());
    }
}
