package cn.qifeng.evaluation.attendance.sheet;

import cn.qifeng.evaluation.attendance.application.AttendanceBook;
import cn.qifeng.evaluation.attendance.application.AttendanceSheet;
import cn.qifeng.evaluation.attendance.domain.Attendance;
import cn.qifeng.evaluation.attendance.domain.AttendanceEnd;
import cn.qifeng.evaluation.attendance.domain.FeeUnit;
import cn.qifeng.kernel.DeadlineCalculator;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** One sheet in landscape on A4: a line for each attendance, the sum, and room for signatures. */
@ApplicationScoped
class XlsxAttendanceBook implements AttendanceBook {

    private static final String[] HEADINGS = {
        "序号", "编号", "姓名", "工作单位", "身份", "场所", "席位", "签到时间", "离场时间", "离场原因", "时长（小时）", "计费数", "劳务费（元）", "本人签字"
    };
    private static final int[] WIDTHS = {6, 9, 10, 24, 12, 20, 9, 17, 17, 12, 10, 9, 12, 14};
    private static final int HEADING_ROW = 2;
    private static final int FEE = 12;
    private static final int WIDTH_UNIT = 256;
    private static final double SECONDS_PER_HOUR = 3600;
    private static final double FEN_PER_YUAN = 100;
    private static final short TITLE_POINTS = 16;
    private static final float ROW_POINTS = 24;
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(DeadlineCalculator.ZONE);

    @Override
    public byte[] of(AttendanceSheet attendances) {
        var out = new ByteArrayOutputStream();
        try (var book = new XSSFWorkbook()) {
            var sheet = book.createSheet("签到与劳务费");
            var look = AttendanceLook.of(book, TITLE_POINTS);
            head(sheet, attendances, look);
            int row = HEADING_ROW + 1;
            for (Attendance line : attendances.lines()) {
                line(sheet.createRow(row++), line, row - HEADING_ROW - 1, attendances, look);
            }
            sum(sheet.createRow(row), attendances, look);
            print(sheet);
            book.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void head(XSSFSheet sheet, AttendanceSheet attendances, AttendanceLook look) {
        var title = sheet.createRow(0).createCell(0);
        title.setCellValue("评标委员会签到与劳务费表");
        title.setCellStyle(look.title());
        sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, HEADINGS.length - 1));
        sheet.createRow(1)
                .createCell(0)
                .setCellValue("标段：%s（%s）　　计费：%s"
                        .formatted(attendances.evaluation(), attendances.lotCode(), standard(attendances)));
        var headings = sheet.createRow(HEADING_ROW);
        for (int i = 0; i < HEADINGS.length; i++) {
            var cell = headings.createCell(i);
            cell.setCellValue(HEADINGS[i]);
            cell.setCellStyle(look.heading());
            sheet.setColumnWidth(i, WIDTHS[i] * WIDTH_UNIT);
        }
    }

    private static String standard(AttendanceSheet attendances) {
        var unit = attendances.rules().unit() == FeeUnit.HOUR ? "小时" : "半天（4 小时）";
        return attendances
                .rules()
                .fenPerUnit()
                .map(it -> "每%s %.2f 元，不足一个单位按一个单位计".formatted(unit, it / FEN_PER_YUAN))
                .orElse("按%s计，本平台未设标准，由经办人按当地公布的标准填写".formatted(unit));
    }

    private static void line(XSSFRow row, Attendance line, int number, AttendanceSheet sheet, AttendanceLook look) {
        row.setHeightInPoints(ROW_POINTS);
        String[] texts = {
            String.valueOf(number),
            line.number(),
            line.name(),
            line.employer(),
            line.expert() ? "评标专家" : "招标人代表",
            line.site(),
            line.seat(),
            MINUTE.format(line.from()),
            line.to().map(XlsxAttendanceBook::minute).orElse(""),
            line.end().map(XlsxAttendanceBook::word).orElse("")
        };
        for (int i = 0; i < HEADINGS.length; i++) {
            var cell = row.createCell(i);
            cell.setCellStyle(
                    i < texts.length || i > FEE
                            ? look.text()
                            : i == FEE ? look.money() : i == FEE - 1 ? look.count() : look.hours());
            if (i < texts.length) {
                cell.setCellValue(texts[i]);
            }
        }
        line.lasted().ifPresent(it -> {
            row.getCell(FEE - 2).setCellValue(it.toSeconds() / SECONDS_PER_HOUR);
            row.getCell(FEE - 1).setCellValue(sheet.rules().units(it));
        });
        sheet.rules().fee(line).ifPresent(it -> row.getCell(FEE).setCellValue(it / FEN_PER_YUAN));
    }

    private static void sum(XSSFRow row, AttendanceSheet sheet, AttendanceLook look) {
        row.setHeightInPoints(ROW_POINTS);
        for (int i = 0; i < HEADINGS.length; i++) {
            row.createCell(i).setCellStyle(i == FEE ? look.money() : look.heading());
        }
        row.getCell(0).setCellValue("合计");
        if (sheet.rules().fenPerUnit().isPresent()) {
            row.getCell(FEE).setCellValue(sheet.totalFen() / FEN_PER_YUAN);
        }
    }

    private static void print(XSSFSheet sheet) {
        sheet.createFreezePane(0, HEADING_ROW + 1);
        sheet.setRepeatingRows(new CellRangeAddress(HEADING_ROW, HEADING_ROW, 0, HEADINGS.length - 1));
        sheet.setFitToPage(true);
        sheet.getPrintSetup().setLandscape(true);
        sheet.getPrintSetup().setPaperSize(PrintSetup.A4_PAPERSIZE);
        sheet.getPrintSetup().setFitHeight((short) 0);
    }

    private static String minute(Instant moment) {
        return MINUTE.format(moment);
    }

    private static String word(AttendanceEnd end) {
        return end == AttendanceEnd.CONCLUDED ? "评标结束" : "退出";
    }
}
