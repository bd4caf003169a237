package cn.qifeng.trading.tender.sheet;

import cn.qifeng.kernel.Facts;
import cn.qifeng.kernel.Refused;
import cn.qifeng.trading.tender.domain.BillReader.Bill;
import cn.qifeng.trading.tender.domain.TenderRefusal;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.Row;

/** Checks one row after the other; the first wrong cell is named by sheet, row, column, seen and expected. */
final class BillRows {

    private static final int NUMBER = 0;
    private static final int CODE = 1;
    private static final int NAME = 2;
    private static final int UNIT = 4;
    private static final int QUANTITY = 5;
    private static final int UNIT_PRICE = 6;
    private static final int AMOUNT = 7;
    private static final int QUANTITY_SCALE_MAX = 6;
    private static final int TEXT_MAX = 2_000;
    private static final Pattern ITEM_CODE = Pattern.compile("\\d{12}");
    private static final Set<String> SUMS = Set.of("分部小计", "本页小计", "合计");

    private final String sheet;
    private final Set<String> codes = new HashSet<>();
    private int items;
    private int divisions;
    private boolean headed;

    BillRows(String sheet) {
        this.sheet = sheet;
    }

    void headings(Row row, List<String> expected) {
        for (int column = 0; column < expected.size(); column++) {
            String seen = text(row, column);
            if (!expected.get(column).equals(seen.replaceAll("\\s", ""))) {
                throw wrong(row, column, seen, expected.get(column));
            }
        }
        headed = true;
    }

    void take(Row row) {
        if (!headed) {
            throw wrong(row, 0, "no row of headings", "headings in row 3");
        }
        String number = text(row, NUMBER);
        String name = text(row, NAME);
        if (number.isEmpty() && text(row, CODE).isEmpty()) {
            betweenItems(row, name);
            return;
        }
        item(row, number, name);
    }

    /** A row without number and code heads a division, sums up, or is empty. */
    private void betweenItems(Row row, String name) {
        if (name.isEmpty()) {
            if (!text(row, QUANTITY).isEmpty()) {
                throw wrong(row, CODE, "", "12 digits");
            }
            return;
        }
        if (!SUMS.contains(name)) {
            if (!text(row, QUANTITY).isEmpty()) {
                throw wrong(row, CODE, "", "12 digits");
            }
            divisions++;
        }
    }

    private void item(Row row, String number, String name) {
        if (!String.valueOf(items + 1).equals(number)) {
            throw wrong(row, NUMBER, number, items + 1);
        }
        String code = text(row, CODE);
        if (!ITEM_CODE.matcher(code).matches()) {
            throw wrong(row, CODE, code, "12 digits, as text");
        }
        if (!codes.add(code)) {
            throw wrong(row, CODE, code, "a code that occurs once");
        }
        if (name.isEmpty() || name.length() > TEXT_MAX) {
            throw wrong(row, NAME, name, "a name");
        }
        if (text(row, UNIT).isEmpty()) {
            throw wrong(row, UNIT, "", "a unit");
        }
        quantity(row);
        blank(row, UNIT_PRICE);
        blank(row, AMOUNT);
        items++;
    }

    private void quantity(Row row) {
        var cell = row.getOptionalCell(QUANTITY).orElse(null);
        if (cell == null || cell.getType() != CellType.NUMBER) {
            throw wrong(row, QUANTITY, text(row, QUANTITY), "a number above 0");
        }
        BigDecimal quantity = cell.asNumber().stripTrailingZeros();
        if (quantity.signum() <= 0 || quantity.scale() > QUANTITY_SCALE_MAX) {
            throw wrong(row, QUANTITY, quantity.toPlainString(), "a number above 0 with at most 6 decimals");
        }
    }

    private void blank(Row row, int column) {
        String seen = text(row, column);
        if (!seen.isEmpty()) {
            throw wrong(row, column, seen, "empty: bidders fill in prices");
        }
    }

    Bill bill() {
        if (items == 0) {
            throw new Refused(
                    TenderRefusal.BILL_CELL_WRONG,
                    Facts.field("items", 0, "at least one item")
                            .and("sheet", sheet)
                            .and("row", 4)
                            .and("column", "A"));
        }
        return new Bill(items, divisions);
    }

    private static String text(Row row, int column) {
        Cell cell = row.getOptionalCell(column).orElse(null);
        if (cell == null || cell.getType() == CellType.EMPTY) {
            return "";
        }
        if (cell.getType() == CellType.FORMULA) {
            return "=" + cell.getFormula();
        }
        if (cell.getType() == CellType.NUMBER) {
            return cell.asNumber().stripTrailingZeros().toPlainString();
        }
        return cell.getText() == null ? "" : cell.getText().strip();
    }

    private Refused wrong(Row row, int column, Object seen, Object expected) {
        String letter = String.valueOf((char) ('A' + column));
        return new Refused(
                TenderRefusal.BILL_CELL_WRONG,
                Facts.field(sheet + "!" + letter + row.getRowNum(), seen, expected)
                        .and("sheet", sheet)
                        .and("row", row.getRowNum())
                        .and("column", letter));
    }
}
