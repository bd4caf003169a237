package cn.qifeng.evaluation.attendance.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import cn.qifeng.evaluation.attendance.application.AttendanceSheet;
import cn.qifeng.evaluation.attendance.domain.Attendance;
import cn.qifeng.evaluation.attendance.domain.AttendanceEnd;
import cn.qifeng.evaluation.attendance.domain.FeeRules;
import cn.qifeng.evaluation.attendance.domain.FeeUnit;
import cn.qifeng.evaluation.panel.domain.SessionId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Attendance sheet as .xlsx 签到与劳务费表")
class XlsxAttendanceBookTest {

    private static final Instant NINE = Instant.parse("2026-12-02T01:00:00Z");

    @Test
    void tellsWhoCameWhenAtWhichSeatAndWhatIsPaid() throws IOException {
        var rules = new FeeRules(FeeUnit.HALF_DAY, Optional.of(300_00L));
        var lines = List.of(
                line("E0007", true, Duration.ofMinutes(270), AttendanceEnd.CONCLUDED),
                line("E0011", true, Duration.ofMinutes(20), AttendanceEnd.LEFT),
                line("T1", false, Duration.ofMinutes(270), AttendanceEnd.CONCLUDED));
        var file = new XlsxAttendanceBook().of(new AttendanceSheet("东阳江大道改造", "A-1", rules, lines));
        Files.write(Files.createDirectories(Path.of("target")).resolve("attendance.xlsx"), file);

        try (var book = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            var sheet = book.getSheetAt(0);
            assertThat(sheet.getRow(1).getCell(0).getStringCellValue()).contains("东阳江大道改造（A-1）", "每半天（4 小时） 300.00 元");
            var first = sheet.getRow(3);
            assertThat(first.getCell(6).getStringCellValue()).isEqualTo("301-05");
            assertThat(first.getCell(7).getStringCellValue()).isEqualTo("2026-12-02 09:00");
            assertThat(first.getCell(8).getStringCellValue()).isEqualTo("2026-12-02 13:30");
            assertThat(first.getCell(10).getNumericCellValue()).isEqualTo(4.5);
            assertThat(first.getCell(12).getNumericCellValue()).isEqualTo(600);
            assertThat(sheet.getRow(4).getCell(9).getStringCellValue()).isEqualTo("退出");
            assertThat(sheet.getRow(5).getCell(12).toString()).isEmpty();
            assertThat(sheet.getRow(6).getCell(12).getNumericCellValue()).isEqualTo(900);
        }
    }

    private static Attendance line(String number, boolean expert, Duration lasted, AttendanceEnd end) {
        return new Attendance(
                        SessionId.random(),
                        number,
                        1,
                        "安明澈",
                        "某建筑设计研究院有限公司",
                        expert,
                        "示例市公共资源交易中心",
                        "301-05",
                        NINE,
                        Optional.empty(),
                        Optional.empty())
                .until(NINE.plus(lasted), end);
    }
}
