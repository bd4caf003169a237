package cn.qifeng.evaluation.clarification.domain;

import cn.qifeng.kernel.Facts;
import cn.qifeng.kernel.Fen;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One priced line of a bid as its bidder wrote it (报价清单行).
 *
 * @param item code or name of the line
 * @param quantity quantity, above zero
 * @param unitPrice unit price in yuan, above zero
 * @param total total of the line as written
 */
public record BillLine(String item, BigDecimal quantity, BigDecimal unitPrice, Fen total) {

    private static final Pattern DECIMAL = Pattern.compile("\\d{1,15}(\\.\\d{1,6})?");
    private static final int SLIP_MAX = 6;
    private static final int ITEM_MAX = 60;

    public BillLine {
        if (item == null || item.isBlank() || item.length() > ITEM_MAX) {
            throw ClarificationRefusal.BAD_AMOUNT.with(Facts.field("lines.item", item, "1.." + ITEM_MAX + " letters")
                    .map());
        }
        if (quantity.signum() <= 0 || unitPrice.signum() <= 0 || total.value() <= 0) {
            throw ClarificationRefusal.BAD_AMOUNT.with(
                    Facts.field("lines." + item, quantity + " × " + unitPrice + " = " + total, "above zero")
                            .map());
        }
    }

    /** Reads a line whose decimals are texts. */
    public static BillLine of(String item, String quantity, String unitPrice, long totalFen) {
        return new BillLine(
                item,
                decimal("lines.quantity", quantity),
                decimal("lines.unitPrice", unitPrice),
                fen("lines.totalFen", totalFen));
    }

    static Fen fen(String field, long value) {
        if (value <= 0 || value > Fen.MAX) {
            throw ClarificationRefusal.BAD_AMOUNT.with(
                    Facts.field(field, value, "1.." + Fen.MAX).map());
        }
        return new Fen(value);
    }

    private static BigDecimal decimal(String field, String text) {
        if (text == null || !DECIMAL.matcher(text).matches()) {
            throw ClarificationRefusal.BAD_AMOUNT.with(Facts.field(field, text, "digits, at most six behind the point")
                    .map());
        }
        return new BigDecimal(text);
    }

    /** Quantity times unit price, to the fen, HALF_UP. */
    public Fen product() {
        return inFen(unitPrice);
    }

    /**
     * The line as the rules correct it (R25): unit price times quantity beats the total, except where the decimal point
     * of the unit price obviously slipped; then the total stands. Empty where both agree.
     */
    public Optional<CorrectedLine> corrected() {
        if (product().equals(total)) {
            return Optional.empty();
        }
        return Optional.of(slip().map(it -> new CorrectedLine(this, CorrectionRuling.DECIMAL_SLIP, it, total))
                .orElseGet(() -> new CorrectedLine(this, CorrectionRuling.UNIT_PRICE, unitPrice, product())));
    }

    /** The unit price with its point where the total puts it. */
    private Optional<BigDecimal> slip() {
        for (int places = 1; places <= SLIP_MAX; places++) {
            for (int shift : new int[] {places, -places}) {
                var moved = unitPrice.movePointLeft(shift);
                if (inFen(moved).equals(total)) {
                    return Optional.of(moved.stripTrailingZeros());
                }
            }
        }
        return Optional.empty();
    }

    private Fen inFen(BigDecimal price) {
        var fen = quantity.multiply(price).movePointRight(2).setScale(0, RoundingMode.HALF_UP);
        if (fen.compareTo(BigDecimal.valueOf(Fen.MAX)) > 0) {
            throw ClarificationRefusal.BAD_AMOUNT.with(
                    Facts.field("lines." + item, fen.toPlainString(), "up to " + Fen.MAX)
                            .map());
        }
        return new Fen(fen.longValueExact());
    }
}
