package cn.qifeng.evaluation.clearing.application;

import cn.qifeng.evaluation.clearing.domain.ClearingRefusal;
import cn.qifeng.evaluation.panel.application.BidFiles;
import cn.qifeng.evaluation.panel.domain.SessionOrder;
import cn.qifeng.evaluation.panel.domain.TradingCore;
import cn.qifeng.kernel.Facts;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The tender's bill and the opened bids' bills, each in memory for as long as it is read and never on a disk. */
@ApplicationScoped
class Bills {

    private static final String PRICED_BILL = "PRICED_BILL";
    private static final int BYTES_MAX = 16 << 20;

    private final TradingCore core;
    private final BidFiles files;

    Bills(TradingCore core, BidFiles files) {
        this.core = core;
        this.files = files;
    }

    byte[] ofTender(SessionOrder order) {
        return core.tenderBill(order.tender());
    }

    /** Refuses with {@link ClearingRefusal#BILL_MISSING} or {@link ClearingRefusal#BILL_TOO_LARGE}. */
    byte[] ofBid(SessionOrder order, String bidId) {
        var file = files.first(order.lot(), bidId, PRICED_BILL)
                .orElseThrow(() -> ClearingRefusal.BILL_MISSING.with(
                        Facts.field("files", "—", PRICED_BILL).map()));
        try (var content = file.content()) {
            var bytes = content.bytes().readNBytes(BYTES_MAX + 1);
            if (bytes.length > BYTES_MAX) {
                throw ClearingRefusal.BILL_TOO_LARGE.with(Facts.field("bytes", content.length(), "at most " + BYTES_MAX)
                        .map());
            }
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
