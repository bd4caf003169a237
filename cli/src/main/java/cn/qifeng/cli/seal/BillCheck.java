package cn.qifeng.cli.seal;

import cn.qifeng.kernel.Fen;
import cn.qifeng.kernel.Refused;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

/**
 * Arithmetic of a priced bill of quantities (已标价工程量清单, GB 50500 表-08 and 表-04): every line, every sub-total, the
 * total, and that it comes to the price of the bid. Read row by row; a wrong cell is named.
 */
final class BillCheck {

    private static final String SUBTOTAL = "分部小计";
    private static final String TOTAL = "合计";
    private static final int FINDINGS_MAX = 20;

    private final List<Refused> found = new ArrayList<>();
    private boolean items;
    private boolean summary;

    private BillCheck() {}

    /** What is wrong; at most twenty findings, for one wrong price is enough to mend it. */
    static List<Refused> of(Path file, Fen price) {
        var check = new BillCheck();
        try (var in = Files.newInputStream(file);
                var workbook = new ReadableWorkbook(in)) {
            for (Sheet sheet : workbook.getSheets().toList()) {
                check.sheet(sheet, price);
            }
        } catch (IOException | RuntimeException unreadable) {
            check.found.clear();
            check.found.add(SealRefusal.BILL_UNREADABLE.at("PRICED_BILL", file.getFileName(), ".xlsx"));
            return check.found;
        }
        if (!check.items || !check.summary) {
            check.found.add(SealRefusal.BILL_UNREADABLE.at("PRICED_BILL", file.getFileName(), "表-08, 表-04"));
        }
        return check.found;
    }

    private void sheet(Sheet sheet, Fen price) throws IOException {
        try (var rows = sheet.openStream()) {
            Lines lines = null;
            BigDecimal parts = BigDecimal.ZERO;
            for (var row : (Iterable<Row>) rows::iterator) {
                var columns = columns(row);
                if (lines == null && columns.keySet().containsAll(List.of("项目编码", "工程量", "综合单价", "合价"))) {
                    lines = new Lines(sheet.getName(), columns);
                    items = true;
                } else if (lines != null) {
                    lines.take(row);
                } else if (sheet.getName().startsWith("表-04")) {
                    parts = summary(sheet.getName(), row, parts, price);
                }
            }
        }
    }

    /** Adds up the numbered parts of 表-04; its last line must be their sum, and the price. */
    private BigDecimal summary(String sheet, Row row, BigDecimal parts, Fen price) {
        var amount = number(row, 2);
        if (amount == null) {
            return parts;
        }
        if (text(row, 0).matches("\\d+")) {
            return parts.add(amount);
        }
        if (text(row, 1).startsWith(TOTAL)) {
            summary = true;
            require(sheet + "!C" + row.getRowNum(), amount, parts);
            if (amount.compareTo(price.yuan()) != 0) {
                add(SealRefusal.BILL_PRICE.at(sheet + "!C" + row.getRowNum(), amount, price.yuan()));
            }
        }
        return parts;
    }

    private void require(String cell, BigDecimal seen, BigDecimal expected) {
        if (seen == null || seen.compareTo(expected) != 0) {
            add(SealRefusal.BILL_ARITHMETIC.at(
                    cell, seen == null ? "—" : seen.toPlainString(), expected.toPlainString()));
        }
    }

    private void add(Refused refused) {
        if (found.size() < FINDINGS_MAX) {
            found.add(refused);
        }
    }

    private static Map<String, Integer> columns(Row row) {
        var columns = new TreeMap<String, Integer>();
        for (int i = 0; i < row.getCellCount(); i++) {
            columns.putIfAbsent(text(row, i), i);
        }
        return columns;
    }

    private static String text(Row row, int column) {
        return row.getCellCount() <= column || row.getCell(column) == null
                ? ""
                : String.valueOf(row.getCellText(column)).strip();
    }

    private static BigDecimal number(Row row, int column) {
        try {
            var text = text(row, column);
            return text.isEmpty() ? null : new BigDecimal(text);
        } catch (NumberFormatException other) {
            return null;
        }
    }

    /** The lines of 表-08 in their sections. */
    private final class Lines {

        private final String sheet;
        private final int quantity;
        private final int price;
        private final int amount;
        private final int code;
        private BigDecimal section = BigDecimal.ZERO;
        private BigDecimal all = BigDecimal.ZERO;

        Lines(String sheet, Map<String, Integer> columns) {
            this.sheet = sheet;
            this.code = columns.get("项目编码");
            this.quantity = columns.get("工程量");
            this.price = columns.get("综合单价");
            this.amount = columns.get("合价");
        }

        void take(Row row) {
            var seen = number(row, amount);
            var cell = sheet + "!" + (char) ('A' + amount) + row.getRowNum();
            if (!text(row, code).isEmpty()) {
                line(row, cell, seen);
            } else if (has(row, SUBTOTAL)) {
                require(cell, seen, section);
                all = all.add(section);
                section = BigDecimal.ZERO;
            } else if (has(row, TOTAL)) {
                require(cell, seen, all.add(section));
            }
        }

        private void line(Row row, String cell, BigDecimal seen) {
            var count = number(row, quantity);
            var each = number(row, price);
            if (count == null || each == null) {
                add(SealRefusal.BILL_ARITHMETIC.at(cell, text(row, price), "工程量 × 综合单价"));
                return;
            }
            var expected = count.multiply(each).setScale(2, RoundingMode.HALF_UP);
            require(cell, seen, expected);
            section = section.add(seen == null ? expected : seen);
        }

        private boolean has(Row row, String word) {
            for (int i = 0; i < row.getCellCount(); i++) {
                if (text(row, i).equals(word)) {
                    return true;
                }
            }
            return false;
        }
    }
}
