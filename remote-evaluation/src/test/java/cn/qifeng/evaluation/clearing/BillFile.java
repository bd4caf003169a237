package cn.qifeng.evaluation.clearing;

import cn.qifeng.kernel.Fen;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * A bill of a few lines in two divisions as .xlsx, priced or not, with whatever a test puts wrong in it. Line {@code i}, from
 * 0, stands in row {@link #rowOf}. Quantities and prices are small, so that a person can follow.
 */
public final class BillFile {

    public static final String ITEMS = "表-08分部分项及单价措施";
    public static final String SUMMARY = "表-04汇总";
    public static final String RESERVE = "表-12-1暂列金额";

    private static final String[] COLUMNS = {"序号", "项目编码", "项目名称", "项目特征描述", "计量单位", "工程量", "综合单价", "合价"};
    private static final int FIRST = 4;
    private static final BigDecimal OTHER = new BigDecimal("1000.00");

    private final List<Line> lines = new ArrayList<>();
    private final Map<String, Object> cells = new HashMap<>();
    private final boolean priced;
    private boolean summary = true;
    private BigDecimal reserve = OTHER;

    /** One line; numbers and texts as they are to stand in their cells. */
    public record Line(
            String code, String name, String feature, String unit, Object quantity, Object price, Object amount) {

        public Line quantity(Object changed) {
            return new Line(code, name, feature, unit, changed, price, amount);
        }

        public Line price(Object changed) {
            return new Line(code, name, feature, unit, quantity, changed, amount);
        }

        /** With another price and the amount that follows from it. */
        public Line priced(String yuan) {
            var each = new BigDecimal(yuan);
            var sum = new BigDecimal(quantity.toString()).multiply(each).setScale(2, RoundingMode.HALF_UP);
            return new Line(code, name, feature, unit, quantity, each, sum);
        }

        public Line amount(Object changed) {
            return new Line(code, name, feature, unit, quantity, price, changed);
        }

        public Line unit(String changed) {
            return new Line(code, name, feature, changed, quantity, price, amount);
        }

        public Line name(String changed) {
            return new Line(code, changed, feature, unit, quantity, price, amount);
        }

        public Line feature(String changed) {
            return new Line(code, name, changed, unit, quantity, price, amount);
        }

        public Line code(String changed) {
            return new Line(changed, name, feature, unit, quantity, price, amount);
        }
    }

    private BillFile(int count, BigDecimal factor) {
        priced = factor != null;
        for (int i = 0; i < count; i++) {
            var line = new Line(
                    "0401%08d".formatted(i + 1),
                    "项目" + (i + 1),
                    "1.部位：第" + (i + 1) + "段",
                    "m2",
                    new BigDecimal(10 + i),
                    null,
                    null);
            lines.add(priced ? line.priced(price(i).multiply(factor).toPlainString()) : line);
        }
    }

    /** The tender's bill with so many lines. */
    public static BillFile tender(int count) {
        return new BillFile(count, null);
    }

    /** The same priced, every unit price times a factor: line {@code i} costs 100 + 10 × i yuan. */
    public static BillFile priced(int count, String factor) {
        return new BillFile(count, new BigDecimal(factor));
    }

    private static BigDecimal price(int i) {
        return new BigDecimal(100 + 10 * i);
    }

    public BillFile with(int line, UnaryOperator<Line> change) {
        lines.set(line, change.apply(lines.get(line)));
        return this;
    }

    public BillFile without(int line) {
        lines.remove(line);
        return this;
    }

    public BillFile plus(Line line) {
        lines.add(line);
        return this;
    }

    public Line line(int i) {
        return lines.get(i);
    }

    /** Something else in a cell, such as {@code F5}, of the sheet of items or another. */
    public BillFile cell(String sheet, String cell, Object value) {
        cells.put(sheet + "!" + cell, value);
        return this;
    }

    public BillFile withoutSummary() {
        summary = false;
        return this;
    }

    public BillFile reserve(String yuan) {
        reserve = new BigDecimal(yuan);
        return this;
    }

    /** Row of a line in the sheet of items, as the sheet numbers it. */
    public int rowOf(int line) {
        return FIRST + 1 + line + (line < half() ? 0 : 2);
    }

    private int half() {
        return (lines.size() + 1) / 2;
    }

    /** The price that the summary comes to. */
    public Fen price() {
        return Fen.ofYuan(sum(0, lines.size()).add(OTHER).toPlainString());
    }

    public byte[] bytes() {
        var out = new ByteArrayOutputStream();
        try (var workbook = new Workbook(out, "Test", "1.0")) {
            items(workbook.newWorksheet(ITEMS));
            if (summary) {
                summary(workbook.newWorksheet(SUMMARY));
            }
            reserve(workbook.newWorksheet(RESERVE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private void items(Worksheet sheet) {
        for (int i = 0; i < COLUMNS.length; i++) {
            put(sheet, ITEMS, 3, i, COLUMNS[i]);
        }
        put(sheet, ITEMS, FIRST, 2, "一、土方工程");
        for (int i = 0; i < lines.size(); i++) {
            if (i == half()) {
                sum(sheet, rowOf(i) - 2, "分部小计", 0, half());
                put(sheet, ITEMS, rowOf(i) - 1, 2, "二、单价措施项目");
            }
            line(sheet, rowOf(i), i + 1, lines.get(i));
        }
        int end = rowOf(lines.size() - 1) + 1;
        sum(sheet, end, "分部小计", half(), lines.size());
        sum(sheet, end + 1, "合计", 0, lines.size());
    }

    private void line(Worksheet sheet, int row, int number, Line line) {
        Object[] values = {
            number, line.code(), line.name(), line.feature(), line.unit(), line.quantity(), line.price(), line.amount()
        };
        for (int i = 0; i < values.length; i++) {
            put(sheet, ITEMS, row, i, values[i]);
        }
    }

    private void sum(Worksheet sheet, int row, String name, int from, int to) {
        put(sheet, ITEMS, row, 2, name);
        put(sheet, ITEMS, row, 7, priced ? sum(from, to) : null);
    }

    private BigDecimal sum(int from, int to) {
        return lines.subList(from, to).stream()
                .map(it -> it.amount() instanceof BigDecimal amount ? amount : BigDecimal.ZERO)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private void summary(Worksheet sheet) {
        var works = sum(0, half());
        var measures = sum(half(), lines.size());
        Object[][] rows = {
            {"序号", "汇总内容", "金额（元）"},
            {"1", "分部分项工程费", works},
            {"1.1", "土方工程", works},
            {"2", "措施项目费", measures},
            {"2.1", "单价措施项目费", measures},
            {"3", "其他项目费", OTHER},
            {"", "合计=1+2+3", works.add(measures).add(OTHER)},
        };
        for (int row = 0; row < rows.length; row++) {
            for (int column = 0; column < 3; column++) {
                boolean amount = column == 2 && row > 0;
                put(sheet, SUMMARY, row + 3, column, amount && !priced ? null : rows[row][column]);
            }
        }
    }

    private void reserve(Worksheet sheet) {
        Object[][] rows = {{"序号", "项目名称", "计量单位", "暂定金额（元）"}, {"1", "设计变更预留", "项", reserve}};
        for (int row = 0; row < rows.length; row++) {
            for (int column = 0; column < 4; column++) {
                put(sheet, RESERVE, row + 3, column, rows[row][column]);
            }
        }
    }

    private void put(Worksheet sheet, String name, int row, int column, Object wanted) {
        var key = name + "!" + (char) ('A' + column) + row;
        var value = cells.containsKey(key) ? cells.get(key) : wanted;
        if (value instanceof Number number) {
            sheet.value(row - 1, column, number);
        } else if (value != null) {
            sheet.value(row - 1, column, value.toString());
        }
    }
}
