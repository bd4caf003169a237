package cn.qifeng.auditor.check;

import cn.qifeng.auditor.Broken;
import cn.qifeng.auditor.Dossier;
import cn.qifeng.auditor.Shape;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;

/**
 * Arithmetic corrections worked out again (算术修正, 12号令 §19): words beat figures, unit price times quantity beats the
 * total, except where the decimal point of the unit price slipped; and which price then counts where.
 */
final class CorrectedPrice {

    private static final int SLIP_MAX = 6;
    private static final String OTHERWISE = "not the correction that the rules give";

    private CorrectedPrice() {}

    /** Opened prices of the valid bids with what binds, where the document lets the corrected one enter the score. */
    static Map<String, Long> forScore(Dossier dossier) {
        return counts(dossier, "score") ? binding(dossier, Integer.MAX_VALUE) : PanelCheck.validPrices(dossier);
    }

    /** Opened prices of the valid bids with every correction that binds: at these a contract is made. */
    static Map<String, Long> forContract(Dossier dossier) {
        return binding(dossier, Integer.MAX_VALUE);
    }

    /** Whether the tender document lets the corrected price count here. */
    static boolean counts(Dossier dossier, String where) {
        return dossier.publication()
                .path("method")
                .path("correction")
                .path(where)
                .asText()
                .equals("CORRECTED");
    }

    /** What corrections before an entry bind, by bid. */
    static Map<String, Long> before(Dossier dossier, int n) {
        var prices = new HashMap<String, Long>();
        for (Dossier.Entry entry : dossier.entries("evaluation/corrected")) {
            if (entry.n() < n) {
                prices.put(
                        entry.body().path("bidId").asText(),
                        entry.body().path("correctedFen").asLong(-1));
            }
        }
        return prices;
    }

    private static Map<String, Long> binding(Dossier dossier, int n) {
        var prices = new HashMap<>(PanelCheck.validPrices(dossier));
        before(dossier, n).forEach((bid, price) -> prices.computeIfPresent(bid, (id, sung) -> price));
        return prices;
    }

    /** Works a proposed correction out again. */
    static void check(JsonNode correction, long sung, String object) {
        var at = object + "#statement.doc.correction";
        Shape.exactly(correction, at, "sungFen", "correctedFen", "words", "lines");
        Shape.equal(correction, "sungFen", sung, at, "not the price that was opened");
        long corrected = Shape.number(correction, "correctedFen", at);
        var lines = correction.path("lines");
        if (correction.path("words").isTextual()) {
            var amount = CapitalAmount.fen(correction.path("words").textValue());
            boolean holds = amount.isPresent() && amount.getAsLong() == corrected && corrected != sung;
            Broken.unless(holds && lines.isEmpty(), at + ".correctedFen", OTHERWISE);
            return;
        }
        Broken.unless(correction.path("words").isNull() && !lines.isEmpty(), at, OTHERWISE);
        long price = sung;
        for (int i = 0; i < lines.size(); i++) {
            price += change(lines.get(i), at + ".lines." + i);
        }
        Broken.unless(price == corrected && corrected > 0, at + ".correctedFen", OTHERWISE, price);
    }

    /** By how much one line changes the price. */
    private static long change(JsonNode line, String at) {
        Shape.exactly(
                line,
                at,
                "item",
                "quantity",
                "unitPrice",
                "totalFen",
                "ruling",
                "correctedUnitPrice",
                "correctedTotalFen");
        var quantity = Shape.decimal(line.path("quantity"), at + ".quantity");
        var unitPrice = Shape.decimal(line.path("unitPrice"), at + ".unitPrice");
        var total = BigDecimal.valueOf(Shape.number(line, "totalFen", at));
        var product = inFen(quantity, unitPrice);
        Broken.unless(product.compareTo(total) != 0, at, OTHERWISE);
        var slipped = slip(quantity, unitPrice, total);
        var ruling = slipped == null ? "UNIT_PRICE" : "DECIMAL_SLIP";
        Shape.equal(line, "ruling", ruling, at, OTHERWISE);
        var expectedUnit = slipped == null ? unitPrice : slipped;
        var expectedTotal = slipped == null ? product : total;
        boolean holds = Shape.decimal(line.path("correctedUnitPrice"), at + ".correctedUnitPrice")
                                .compareTo(expectedUnit)
                        == 0
                && BigDecimal.valueOf(Shape.number(line, "correctedTotalFen", at))
                                .compareTo(expectedTotal)
                        == 0;
        Broken.unless(holds, at, OTHERWISE, expectedTotal);
        return expectedTotal.subtract(total).longValueExact();
    }

    private static BigDecimal slip(BigDecimal quantity, BigDecimal unitPrice, BigDecimal total) {
        for (int places = 1; places <= SLIP_MAX; places++) {
            for (int shift : new int[] {places, -places}) {
                var moved = unitPrice.movePointLeft(shift);
                if (inFen(quantity, moved).compareTo(total) == 0) {
                    return moved;
                }
            }
        }
        return null;
    }

    private static BigDecimal inFen(BigDecimal quantity, BigDecimal price) {
        return quantity.multiply(price).movePointRight(2).setScale(0, RoundingMode.HALF_UP);
    }
}
