package cn.qifeng.auditor.check;

import cn.qifeng.auditor.Dossier;
import java.util.HashMap;
import java.util.Map;

/** Prices as the opening left them, rejected bids included. */
final class PanelPrices {

    private PanelPrices() {}

    /** Prices in fen by bid. */
    static Map<String, Long> opened(Dossier dossier) {
        var prices = new HashMap<String, Long>();
        dossier.first("lot/opened")
                .ifPresent(opening -> opening.body().path("results").forEach(result -> {
                    if (result.path("status").asText().equals("OPENED")) {
                        prices.put(
                                result.path("bidId").asText(),
                                result.path("bid").path("priceFen").asLong(-1));
                    }
                }));
        return prices;
    }
}
