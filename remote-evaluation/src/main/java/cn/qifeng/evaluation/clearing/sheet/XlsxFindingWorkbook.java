package cn.qifeng.evaluation.clearing.sheet;

import cn.qifeng.evaluation.clearing.application.ClearingView;
import cn.qifeng.evaluation.clearing.application.FindingPage;
import cn.qifeng.evaluation.clearing.application.FindingWorkbook;
import cn.qifeng.evaluation.clearing.domain.FindingKind;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Three sheets: an overview of the bids, every finding with filters, and the thresholds with their sources. */
@ApplicationScoped
class XlsxFindingWorkbook implements FindingWorkbook {

    private static final int TITLE = 0;
    private static final int NOTE = 1;
    private static final int HEADINGS = 2;
    private static final int FLUSH = 1_000;
    private static final String[] FINDINGS = {
        "序号", "投标", "投标人", "类别", "程度", "所在表", "行", "列", "项目编码", "项目名称", "所见", "应为", "偏差（%）", "依据"
    };
    private static final int[] WIDTHS = {7, 7, 26, 20, 10, 24, 7, 6, 15, 26, 20, 20, 11, 24};

    @Override
    public void write(ClearingView clearing, Lines lines, OutputStream out) {
        try {
            var workbook = new Workbook(out, "Qifeng", "1.0");
            overview(workbook.newWorksheet("汇总"), clearing);
            findings(workbook.newWorksheet("清标发现"), clearing, lines);
            rules(workbook.newWorksheet("阈值与依据"), clearing);
            workbook.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void overview(Worksheet sheet, ClearingView clearing) {
        var kinds = FindingKind.values();
        Look.title(sheet, TITLE, "清标结果汇总　" + clearing.lotName());
        Look.note(sheet, NOTE, "供评标委员会判断，不构成否决；各类发现均须由评委对照原件核实。");
        String[] fixed = {"投标", "投标人", "唱标价（元）", "读取行数", "发现合计"};
        for (int i = 0; i < fixed.length; i++) {
            Look.heading(sheet, HEADINGS, i, fixed[i]);
            sheet.width(i, i == 1 ? 28 : i == 2 ? 18 : 10);
        }
        for (int k = 0; k < kinds.length; k++) {
            Look.heading(sheet, HEADINGS, fixed.length + k, Words.of(kinds[k]));
            sheet.width(fixed.length + k, 11);
        }
        sheet.rowHeight(HEADINGS, 34);
        int row = HEADINGS + 1;
        for (var bid : clearing.bids()) {
            bid(sheet, row++, bid, fixed.length);
        }
        sheet.freezePane(2, HEADINGS + 1);
    }

    private static void bid(Worksheet sheet, int row, ClearingView.Bid bid, int first) {
        var kinds = FindingKind.values();
        Look.text(sheet, row, 0, bid.bid().label());
        Look.text(sheet, row, 1, bid.bid().name() == null ? "" : bid.bid().name());
        Look.money(
                sheet,
                row,
                2,
                bid.bid().priceFen() == null
                        ? null
                        : BigDecimal.valueOf(bid.bid().priceFen(), 2));
        var cleared = bid.cleared().orElseThrow();
        Map<FindingKind, Integer> counts = cleared.counts();
        Look.count(sheet, row, 3, cleared.rows());
        Look.count(sheet, row, 4, counts.values().stream().mapToInt(it -> it).sum());
        for (int k = 0; k < kinds.length; k++) {
            Look.count(sheet, row, first + k, counts.getOrDefault(kinds[k], 0));
        }
        cleared.refusal().ifPresent(code -> Look.text(sheet, row, first + kinds.length, Words.ofRefusal(code)));
    }

    private static void findings(Worksheet sheet, ClearingView clearing, Lines lines) {
        Look.title(sheet, TITLE, "清标发现　" + clearing.lotName());
        Look.note(sheet, NOTE, "每份投标每一类最多列出 500 条，超出的计入汇总。");
        for (int i = 0; i < FINDINGS.length; i++) {
            Look.heading(sheet, HEADINGS, i, FINDINGS[i]);
            sheet.width(i, WIDTHS[i]);
        }
        sheet.rowHeight(HEADINGS, 24);
        sheet.freezePane(2, HEADINGS + 1);
        int[] row = {HEADINGS + 1};
        lines.each(line -> {
            finding(sheet, row[0], row[0] - HEADINGS, line);
            if (++row[0] % FLUSH == 0) {
                flush(sheet);
            }
        });
        sheet.setAutoFilter(HEADINGS, 0, row[0] - 1, FINDINGS.length - 1);
    }

    private static void finding(Worksheet sheet, int row, int number, FindingPage.Line line) {
        var finding = line.finding();
        var place = finding.place();
        Look.count(sheet, row, 0, number);
        Look.text(sheet, row, 1, line.bid().label());
        Look.text(sheet, row, 2, line.bid().name() == null ? "" : line.bid().name());
        Look.text(sheet, row, 3, Words.of(finding.kind()));
        Look.severity(sheet, row, 4, finding.severity(), Words.of(finding.severity()));
        Look.text(sheet, row, 5, (place.ofTender() ? "招标清单 " : "") + place.sheet());
        Look.count(sheet, row, 6, place.row());
        Look.text(sheet, row, 7, place.column());
        Look.text(sheet, row, 8, finding.code());
        Look.text(sheet, row, 9, finding.name());
        Look.wrapped(sheet, row, 10, finding.seen());
        Look.wrapped(sheet, row, 11, finding.expected());
        Look.percent(sheet, row, 12, finding.percent().orElse(null));
        Look.text(sheet, row, 13, finding.kind().source());
    }

    private static void rules(Worksheet sheet, ClearingView clearing) {
        var thresholds = clearing.run().orElseThrow().thresholds();
        Look.title(sheet, TITLE, "阈值与依据");
        Look.note(sheet, NOTE, "阈值只决定列出哪些单价，不是法定界限。");
        String[][] rows = {
            {"阈值", "数值", "含义"},
            {"单价偏离率", thresholds.deviationPercent() + " %", "单价与各投标单价中位数之差，超过此比例的列出"},
            {"不平衡偏离率", thresholds.unbalancedPercent() + " %", "单价与（中位数 × 本投标报价水平）之差，超过此比例的列出"},
            {"权重下限", thresholds.weightPercent() + " %", "该项合价占本投标清单的比例，不足的不列为不平衡"},
            {"最少可比家数", String.valueOf(thresholds.bidsMin()), "至少这么多份投标对该项报价，才作比较"},
            {"尾差", thresholds.roundingYuan() + " 元", "差额不超过此数的算术差，程度为尾差"},
            {"类别", "依据", "内容"},
        };
        int row = HEADINGS;
        for (String[] line : rows) {
            row = rule(sheet, row, line[1].equals("数值") || line[1].equals("依据"), line);
        }
        for (FindingKind kind : FindingKind.values()) {
            row = rule(sheet, row, false, Words.of(kind), kind.source(), Words.of(kind.group()));
        }
        sheet.width(0, 24);
        sheet.width(1, 28);
        sheet.width(2, 64);
    }

    private static int rule(Worksheet sheet, int row, boolean heading, String... cells) {
        for (int i = 0; i < cells.length; i++) {
            if (heading) {
                Look.heading(sheet, row, i, cells[i]);
            } else {
                Look.text(sheet, row, i, cells[i]);
            }
        }
        return row + 1;
    }

    private static void flush(Worksheet sheet) {
        try {
            sheet.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
