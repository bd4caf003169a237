package cn.qifeng.evaluation.clearing.domain;

import static cn.qifeng.evaluation.clearing.domain.FindingKind.DECIMAL_SLIP;
import static cn.qifeng.evaluation.clearing.domain.FindingKind.LINE_AMOUNT;
import static cn.qifeng.evaluation.clearing.domain.FindingKind.NOT_A_NUMBER;

import cn.qifeng.evaluation.clearing.domain.FindingList.Named;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * Quantity × unit price = amount, to the fen. Where they differ the unit price decides, unless the amount fits a unit price
 * whose decimal point stands elsewhere (施工招标投标办法 §53).
 */
final class LineCheck {

    private static final int SLIP_MAX = 3;

    private final Thresholds thresholds;
    private final FindingList found;

    LineCheck(Thresholds thresholds, FindingList found) {
        this.thresholds = thresholds;
        this.found = found;
    }

    /** Checks a line; gives its amount as it stands, else as it should be, else zero. */
    BigDecimal amount(String sheet, SheetRow row, Columns at, Named named) {
        var quantity = row.number(at.quantity());
        var price = row.number(at.price());
        var seen = row.number(at.amount());
        if (quantity.isEmpty() || price.isEmpty()) {
            absent(sheet, row, at, named, BigDecimal.ZERO);
            return seen.orElse(BigDecimal.ZERO);
        }
        var expected = Cells.amount(quantity.get(), price.get());
        if (seen.isEmpty()) {
            absent(sheet, row, at, named, expected);
        } else if (seen.get().compareTo(expected) != 0) {
            var amount = Place.of(sheet, row.row(), at.amount());
            var line = new Line(quantity.get(), price.get(), seen.get());
            differs(amount, Place.of(sheet, row.row(), at.price()), named, line);
        }
        return seen.orElse(expected);
    }

    /** No number stands where the amount belongs; that is wrong if something else does, or an amount was to come. */
    private void absent(String sheet, SheetRow row, Columns at, Named named, BigDecimal expected) {
        var place = Place.of(sheet, row.row(), at.amount());
        var text = row.text(at.amount());
        if (text.isEmpty() && expected.signum() != 0) {
            found.add(LINE_AMOUNT, place, named.code(), named.name(), "", Cells.yuan(expected));
        } else if (!text.isEmpty() && row.number(at.amount()).isEmpty()) {
            found.add(NOT_A_NUMBER, place, named.code(), named.name(), text, "合价");
        }
    }

    private void differs(Place amount, Place price, Named named, Line line) {
        var slipped = line.slipped();
        if (slipped.isPresent()) {
            var seen = Cells.yuan(line.price());
            found.add(DECIMAL_SLIP, price, named.code(), named.name(), seen, Cells.yuan(slipped.get()));
        } else {
            var expected = Cells.amount(line.quantity(), line.price());
            found.off(LINE_AMOUNT, amount, named, line.amount(), expected, thresholds.roundingYuan());
        }
    }

    /** The three figures of a line. */
    private record Line(BigDecimal quantity, BigDecimal price, BigDecimal amount) {

        /** The unit price with its decimal point where the amount has it. */
        Optional<BigDecimal> slipped() {
            for (int places = -SLIP_MAX; places <= SLIP_MAX && price.signum() != 0; places++) {
                var moved = price.movePointRight(places);
                if (places != 0
                        && amount.signum() != 0
                        && Cells.amount(quantity, moved).compareTo(amount) == 0) {
                    return Optional.of(moved);
                }
            }
            return Optional.empty();
        }
    }
}
