package cn.qifeng.evaluation.scoring.application;

import cn.qifeng.evaluation.panel.domain.CorrectionSetting.Price;
import cn.qifeng.evaluation.panel.domain.OpenedBid;
import cn.qifeng.kernel.Fen;
import java.util.Map;

/** Which price of a bid counts: the one that was read out, or the corrected one that binds (价格取用). */
final class PricesInUse {

    private PricesInUse() {}

    static Fen of(OpenedBid bid, Price which, Map<String, Fen> corrected) {
        var sung = bid.price().orElseThrow();
        return which == Price.CORRECTED ? corrected.getOrDefault(bid.bidId(), sung) : sung;
    }
}
