package cn.qifeng.launcher.measure.clearing;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * A tender's bill of made-up works and priced bills of it. Prices lie within a tenth of an estimate, each bill at a level of
 * its own; in every bill the same number of things is wrong, so that whoever clears them has to find just as many.
 */
final class PricedBills {

    /** What is wrong in every bill: an amount, a quantity, a unit, an item that is missing, a price twice as high. */
    static final int WRONG = 5;

    private static final int DIVISION = 250;
    private static final int HEADINGS = 3;
    private static final String[] COLUMNS = {"序号", "项目编码", "项目名称", "项目特征描述", "计量单位", "工程量", "综合单价", "合价", "其中：暂估价"};
    private static final String[] WORKS = {"挖一般土方", "水泥稳定碎石层", "沥青混凝土面层", "铺设透水砖", "敷设管道", "砌筑检查井"};
    private static final String[] UNITS = {"m3", "m2", "m2", "m2", "m", "座"};

    private final List<Line> lines = new ArrayList<>();
    private final long seed;

    private record Line(String code, String name, String feature, String unit, BigDecimal quantity, int fen) {}

    PricedBills(int rows, long seed) {
        this.seed = seed;
        var random = new Random(seed);
        for (int i = 0; i < rows; i++) {
            int work = random.nextInt(WORKS.length);
            lines.add(new Line(
                    "04%05d%05d".formatted(i / DIVISION, i),
                    WORKS[work] + "（第" + (i + 1) + "项）",
                    "1.部位：K%d+%03d\n2.做法：按设计图纸".formatted(i / 100, i % 1000),
                    UNITS[work],
                    BigDecimal.valueOf(100 + random.nextInt(400_000), 2),
                    500 + random.nextInt(60_000)));
        }
    }

    /** Writes the tender's bill, {@code bids} priced ones and their prices into the folder. */
    void write(Path folder, int bids) throws IOException {
        try (Writer prices = Files.newBufferedWriter(folder.resolve("prices.txt"))) {
            workbook(folder.resolve("tender.xlsx"), null);
            for (int bid = 1; bid <= bids; bid++) {
                var name = "%03d".formatted(bid);
                var total = workbook(folder.resolve(name + ".xlsx"), new Random(seed + bid));
                prices.write(name + " " + total.movePointRight(2).toBigIntegerExact() + "\n");
            }
        }
    }

    private BigDecimal workbook(Path file, Random random) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
                Workbook workbook = new Workbook(out, "Qifeng", "1.0")) {
            var total = items(workbook.newWorksheet("表-08分部分项及单价措施"), random);
            if (random != null) {
                var sheet = workbook.newWorksheet("表-04汇总");
                sheet.value(HEADINGS, 0, "1");
                sheet.value(HEADINGS, 1, "分部分项工程费");
                sheet.value(HEADINGS, 2, total);
                sheet.value(HEADINGS + 1, 1, "合计");
                sheet.value(HEADINGS + 1, 2, total);
            }
            return total;
        }
    }

    private BigDecimal items(Worksheet sheet, Random random) {
        sheet.value(0, 0, "分部分项工程和单价措施项目清单与计价表（表-08）");
        for (int i = 0; i < COLUMNS.length; i++) {
            sheet.value(HEADINGS - 1, i, COLUMNS[i]);
        }
        var wrong = random == null ? List.<Integer>of() : wrong(random);
        int level = random == null ? 0 : 850 + random.nextInt(100);
        var all = BigDecimal.ZERO;
        var section = BigDecimal.ZERO;
        int row = HEADINGS;
        for (int i = 0; i < lines.size(); i++) {
            if (i % DIVISION == 0) {
                sheet.value(row++, 2, "分部" + (i / DIVISION + 1));
            }
            if (wrong.indexOf(i) != 0) {
                section = section.add(line(sheet, row++, i, random, level, wrong.indexOf(i)));
            }
            if (i % DIVISION == DIVISION - 1 || i == lines.size() - 1) {
                sum(sheet, row++, "分部小计", section, random);
                all = all.add(section);
                section = BigDecimal.ZERO;
            }
        }
        sum(sheet, row, "合计", all, random);
        return all;
    }

    /** Different lines; the first is left out, the others are wrong by their place in the list. */
    private List<Integer> wrong(Random random) {
        return random.ints(0, lines.size()).distinct().limit(WRONG).boxed().toList();
    }

    private BigDecimal line(Worksheet sheet, int row, int i, Random random, int level, int wrong) {
        var line = lines.get(i);
        var quantity = wrong == 2 ? line.quantity().add(BigDecimal.ONE) : line.quantity();
        sheet.value(row, 0, i + 1);
        sheet.value(row, 1, line.code());
        sheet.value(row, 2, line.name());
        sheet.value(row, 3, line.feature());
        sheet.value(row, 4, wrong == 3 ? "项" : line.unit());
        sheet.value(row, 5, quantity);
        if (random == null) {
            return BigDecimal.ZERO;
        }
        long fen = (long) line.fen() * (level + random.nextInt(40)) * (wrong == 4 ? 2 : 1) / 1000;
        var price = BigDecimal.valueOf(Math.max(1, fen), 2);
        var amount = quantity.multiply(price).setScale(2, RoundingMode.HALF_UP);
        amount = wrong == 1 ? amount.add(BigDecimal.ONE) : amount;
        sheet.value(row, 6, price);
        sheet.value(row, 7, amount);
        return amount;
    }

    private static void sum(Worksheet sheet, int row, String name, BigDecimal sum, Random random) {
        sheet.value(row, 2, name);
        if (random != null) {
            sheet.value(row, 7, sum);
        }
    }
}
