package cn.qifeng.auditor.check;

import cn.qifeng.auditor.Broken;
import cn.qifeng.auditor.Dossier;
import cn.qifeng.auditor.Shape;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Which prices take part in the mean (docs/evidence.md section 10). */
final class CountedPrices {

    private CountedPrices() {}

    /** Bid ids, lowest price first; of equal prices the later id is the higher. */
    static List<String> ordered(Map<String, BigInteger> prices) {
        var order = new ArrayList<>(prices.keySet());
        order.sort((a, b) -> {
            int byPrice = prices.get(a).compareTo(prices.get(b));
            return byPrice != 0 ? byPrice : a.compareTo(b);
        });
        return order;
    }

    /** Bid ids that the rule with the largest reached {@code bidsMin} leaves, lowest price first. */
    static List<String> of(Dossier.Entry entry, JsonNode method, Map<String, BigInteger> prices) {
        var order = ordered(prices);
        JsonNode rule = null;
        for (JsonNode candidate : method.path("trim")) {
            if (order.size() >= candidate.path("bidsMin").asInt()
                    && (rule == null
                            || candidate.path("bidsMin").asInt()
                                    > rule.path("bidsMin").asInt())) {
                rule = candidate;
            }
        }
        int low = rule == null ? 0 : dropped(rule, "dropLow", order.size(), entry);
        int high = rule == null ? 0 : dropped(rule, "dropHigh", order.size(), entry);
        Broken.unless(
                low >= 0 && high >= 0 && low + high < order.size(), entry.object(), "nothing left after trimming");
        return order.subList(low, order.size() - high);
    }

    /** A number, or a share of the bids in per cent, rounded HALF_UP to whole bids. */
    private static int dropped(JsonNode rule, String field, int bids, Dossier.Entry entry) {
        var share = rule.path(field + "Percent");
        return share.isMissingNode()
                ? rule.path(field).asInt()
                : Shape.decimal(share, entry.object())
                        .multiply(BigDecimal.valueOf(bids))
                        .movePointLeft(2)
                        .setScale(0, RoundingMode.HALF_UP)
                        .intValue();
    }
}
