package cn.qifeng.launcher.demo;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A bill of quantities of a made-up road, empty for the tender and priced for a bid; every sum is right. */
final class Bill {

    private static final String[] SECTIONS = {
        "拆除工程", "路基工程", "路面工程", "人行道工程", "排水工程", "给水工程", "桥涵工程", "照明工程", "绿化工程", "单价措施项目"
    };
    private static final String[] WORKS = {
        "破除旧路面", "挖一般土方", "填筑素土", "水泥稳定碎石层", "沥青混凝土面层", "铺设透水砖", "安砌路缘石", "敷设管道", "砌筑检查井", "浇筑混凝土"
    };
    private static final String[] UNITS = {"m2", "m3", "m3", "m2", "m2", "m2", "m", "m", "座", "m3"};
    private static final BigDecimal SAFETY_RATE = new BigDecimal("0.022");
    private static final BigDecimal FEE_RATE = new BigDecimal("0.019");
    private static final BigDecimal TAX_RATE = new BigDecimal("0.09");

    /** One line: quantity and what one unit costs in the estimate. */
    record Line(String code, String name, String feature, String unit, BigDecimal quantity, BigDecimal price) {}

    /** What a priced bill comes to, in yuan. */
    record Total(
            BigDecimal items, BigDecimal measures, BigDecimal other, BigDecimal fees, BigDecimal tax, BigDecimal sum) {}

    private final String project;
    private final List<List<Line>> sections = new ArrayList<>();

    /** A bill with at least {@code linesMin} lines, the same one for the same seed. */
    Bill(String project, int linesMin, long seed) {
        this.project = project;
        var random = new Random(seed);
        int each = (linesMin + SECTIONS.length - 1) / SECTIONS.length;
        for (int s = 0; s < SECTIONS.length; s++) {
            var lines = new ArrayList<Line>();
            for (int i = 0; i < each; i++) {
                int work = random.nextInt(WORKS.length);
                lines.add(new Line(
                        "04%02d%05d%03d".formatted(s + 1, work + 1, i + 1),
                        WORKS[work],
                        "1.部位：第%d段%n2.做法：按设计图纸".formatted(i + 1),
                        UNITS[work],
                        new BigDecimal(10 + random.nextInt(400_000)).movePointLeft(2),
                        new BigDecimal(500 + random.nextInt(60_000)).movePointLeft(2)));
            }
            sections.add(lines);
        }
    }

    /** What the bill comes to when every unit price is multiplied by {@code factor}. */
    Total total(BigDecimal factor) {
        var items = BigDecimal.ZERO;
        for (List<Line> lines : sections.subList(0, sections.size() - 1)) {
            items = items.add(sum(lines, factor));
        }
        var measures = sum(sections.get(sections.size() - 1), factor).add(round(items.multiply(SAFETY_RATE)));
        var other = new BigDecimal("500000.00");
        var fees = round(items.multiply(FEE_RATE));
        var tax = round(items.add(measures).add(other).add(fees).multiply(TAX_RATE));
        return new Total(
                items,
                measures,
                other,
                fees,
                tax,
                items.add(measures).add(other).add(fees).add(tax));
    }

    /** Writes the bill; {@code factor} is {@code null} for the tender's empty one. */
    void write(Path file, BigDecimal factor) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                Workbook workbook = new Workbook(out, "Qifeng", "1.0")) {
            items(workbook.newWorksheet("表-08分部分项及单价措施"), factor);
            if (factor != null) {
                summary(workbook.newWorksheet("表-04汇总"), total(factor));
            }
        }
    }

    private void items(Worksheet sheet, BigDecimal factor) {
        heading(
                sheet,
                "分部分项工程和单价措施项目清单与计价表（表-08）",
                "序号",
                "项目编码",
                "项目名称",
                "项目特征描述",
                "计量单位",
                "工程量",
                "综合单价",
                "合价",
                "其中：暂估价");
        int row = 3;
        int number = 1;
        var all = BigDecimal.ZERO;
        for (int s = 0; s < sections.size(); s++) {
            sheet.value(row++, 2, SECTIONS[s]);
            for (Line line : sections.get(s)) {
                item(sheet, row++, number++, line, factor);
            }
            sheet.value(row, 2, "分部小计");
            if (factor != null) {
                var sum = sum(sections.get(s), factor);
                all = all.add(sum);
                sheet.value(row, 7, sum);
            }
            row++;
        }
        sheet.value(row, 2, "合计");
        if (factor != null) {
            sheet.value(row, 7, all);
        }
    }

    private static void item(Worksheet sheet, int row, int number, Line line, BigDecimal factor) {
        sheet.value(row, 0, number);
        sheet.value(row, 1, line.code());
        sheet.value(row, 2, line.name());
        sheet.value(row, 3, line.feature());
        sheet.value(row, 4, line.unit());
        sheet.value(row, 5, line.quantity());
        if (factor != null) {
            sheet.value(row, 6, price(line, factor));
            sheet.value(row, 7, amount(line, factor));
        }
    }

    private void summary(Worksheet sheet, Total total) {
        heading(sheet, "单位工程投标报价汇总表（表-04）", "序号", "汇总内容", "金额（元）");
        var names = List.of("分部分项工程费", "措施项目费", "其他项目费", "规费", "税金", "合计=1+2+3+4+5");
        var amounts = List.of(total.items(), total.measures(), total.other(), total.fees(), total.tax(), total.sum());
        for (int i = 0; i < names.size(); i++) {
            sheet.value(3 + i, 0, i < 5 ? String.valueOf(i + 1) : "");
            sheet.value(3 + i, 1, names.get(i));
            sheet.value(3 + i, 2, amounts.get(i));
        }
    }

    private void heading(Worksheet sheet, String title, String... columns) {
        sheet.value(0, 0, title);
        sheet.value(1, 0, "工程名称：" + project);
        for (int i = 0; i < columns.length; i++) {
            sheet.value(2, i, columns[i]);
        }
    }

    private static BigDecimal sum(List<Line> lines, BigDecimal factor) {
        return lines.stream().map(line -> amount(line, factor)).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal price(Line line, BigDecimal factor) {
        return round(line.price().multiply(factor));
    }

    private static BigDecimal amount(Line line, BigDecimal factor) {
        return round(line.quantity().multiply(price(line, factor)));
    }

    private static BigDecimal round(BigDecimal value) {
        return value.setScale(2, RoundingMode.HALF_UP);
    }
}
