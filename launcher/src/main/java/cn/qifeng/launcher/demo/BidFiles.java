package cn.qifeng.launcher.demo;

import cn.qifeng.trust.envelope.BidDocument;
import java.math.BigDecimal;
import java.nio.file.Path;

/** What one bidder hands in: the bid itself and the files beside it. */
record BidFiles(String bidder, BidDocument bid, Path letter, Path technical, Path pricedBill) {

    /** Yuan with two decimals as fen. */
    static long fen(BigDecimal yuan) {
        return yuan.movePointRight(2).longValueExact();
    }
}
