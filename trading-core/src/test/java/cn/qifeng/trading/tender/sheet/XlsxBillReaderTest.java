package cn.qifeng.trading.tender.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.qifeng.kernel.Refused;
import cn.qifeng.trading.tender.domain.TenderRefusal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Bill of quantities 工程量清单")
class XlsxBillReaderTest {

    private static final Path SAMPLE = Path.of("..", "..", "shared", "samples", "boq-road.xlsx");

    private final XlsxBillReader reader = new XlsxBillReader();

    @Test
    void readsTheSampleRoad() throws IOException {
        assertThat(SAMPLE).as("shared samples are needed for this test").exists();

        var bill = reader.read(Files.readAllBytes(SAMPLE));

        assertThat(bill.items()).isEqualTo(620);
        assertThat(bill.divisions()).isEqualTo(18);
    }

    @Test
    void readsABillOfSixHundredRows() throws IOException {
        assertThat(reader.read(bill(600, sheet -> {})).items()).isEqualTo(600);
    }

    @Test
    void namesAWrongQuantityBySheetRowAndColumn() throws IOException {
        var refused = refusedBy(bill(600, sheet -> sheet.getRow(410).getCell(5).setCellValue("十二")));

        assertThat(refused.code()).isEqualTo(TenderRefusal.BILL_CELL_WRONG);
        assertThat(refused.facts())
                .containsEntry("sheet", "表-08分部分项")
                .containsEntry("row", 411)
                .containsEntry("column", "F")
                .containsEntry("seen", "十二")
                .containsEntry("expected", "a number above 0");
    }

    @Test
    void refusesAPriceThatTheTendererFilledIn() throws IOException {
        var refused = refusedBy(bill(3, sheet -> sheet.getRow(5).createCell(6).setCellValue(1.5)));

        assertThat(refused.facts()).containsEntry("row", 6).containsEntry("column", "G");
    }

    @Test
    void refusesACodeThatOccursTwice() throws IOException {
        var refused = refusedBy(bill(3, sheet -> sheet.getRow(6).getCell(1).setCellValue("040101000001")));

        assertThat(refused.facts()).containsEntry("column", "B").containsEntry("seen", "040101000001");
    }

    @Test
    void refusesAFormulaWhereAQuantityBelongs() throws IOException {
        var refused = refusedBy(bill(3, sheet -> sheet.getRow(5).getCell(5).setCellFormula("1+1")));

        assertThat(refused.facts()).containsEntry("column", "F").containsEntry("seen", "=1+1");
    }

    @Test
    void refusesAnotherFile() {
        assertThat(refusedBy("%PDF-1.7".getBytes(StandardCharsets.US_ASCII)).code())
                .isEqualTo(TenderRefusal.BILL_UNREADABLE);
    }

    @Test
    void refusesABombBeforeReadingIt() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
            var blanks = " ".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
            for (int i = 0; i < 210; i++) {
                zip.write(blanks);
            }
        }

        assertThat(refusedBy(out.toByteArray()).code()).isEqualTo(TenderRefusal.BILL_TOO_LARGE);
    }

    @Test
    void refusesADocumentType() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
            zip.write("<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a \"b\">]>".getBytes(StandardCharsets.US_ASCII));
        }

        assertThat(refusedBy(out.toByteArray()).facts())
                .containsEntry("expected", "columns A to ZZZ, and no document type");
    }

    private Refused refusedBy(byte[] file) {
        return catchThrowableOfType(Refused.class, () -> reader.read(file));
    }

    private static byte[] bill(int items, Consumer<XSSFSheet> bend) throws IOException {
        try (var book = new XSSFWorkbook();
                var out = new ByteArrayOutputStream()) {
            var sheet = book.createSheet("表-08分部分项");
            sheet.createRow(0).createCell(0).setCellValue("分部分项工程清单");
            sheet.createRow(1).createCell(0).setCellValue("工程名称：示例路");
            var headings = sheet.createRow(2);
            String[] names = {"序号", "项目编码", "项目名称", "项目特征描述", "计量单位", "工程量", "综合单价", "合价"};
            for (int c = 0; c < names.length; c++) {
                headings.createCell(c).setCellValue(names[c]);
            }
            sheet.createRow(3).createCell(2).setCellValue("一、道路工程");
            for (int i = 1; i <= items; i++) {
                var row = sheet.createRow(3 + i);
                row.createCell(0).setCellValue(i);
                row.createCell(1).setCellValue(String.format("0401010%05d", i));
                row.createCell(2).setCellValue("挖一般土方");
                row.createCell(3).setCellValue("三类土");
                row.createCell(4).setCellValue("m3");
                row.createCell(5).setCellValue(10.25 * i);
            }
            sheet.createRow(4 + items).createCell(2).setCellValue("合计");
            bend.accept(sheet);
            book.write(out);
            return out.toByteArray();
        }
    }
}
