package cn.qifeng.evaluation.clearing.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.qifeng.evaluation.clearing.BillFile;
import cn.qifeng.evaluation.clearing.domain.BillClearing;
import cn.qifeng.evaluation.clearing.domain.ClearingRefusal;
import cn.qifeng.evaluation.clearing.domain.Finding;
import cn.qifeng.evaluation.clearing.domain.FindingKind;
import cn.qifeng.evaluation.clearing.domain.TenderBill;
import cn.qifeng.evaluation.clearing.domain.Thresholds;
import cn.qifeng.kernel.Fen;
import cn.qifeng.kernel.Refused;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Bill clearing 清标: bills that cannot be read are refused, and nothing else happens")
class XlsxBillSheetsTest {

    private static final int LINES = 6;
    private static final XlsxBillSheets SHEETS = new XlsxBillSheets();
    private static final byte[] GOOD = BillFile.priced(LINES, "1").bytes();
    private static final String SHEET = "xl/worksheets/sheet1.xml";

    @Test
    void refusesWhatIsNoWorkbook() {
        assertThat(refusal(new byte[0])).isEqualTo(ClearingRefusal.BILL_UNREADABLE);
        assertThat(refusal("%PDF-1.7".getBytes(StandardCharsets.US_ASCII))).isEqualTo(ClearingRefusal.BILL_UNREADABLE);
        assertThat(refusal(zip("word/document.xml", "<w/>"))).isEqualTo(ClearingRefusal.BILL_UNREADABLE);
        assertThat(refusal(zip("xl/workbook.xml", "<nothing"))).isEqualTo(ClearingRefusal.BILL_UNREADABLE);
        assertThat(refusal(Arrays.copyOf(GOOD, GOOD.length / 2))).isEqualTo(ClearingRefusal.BILL_UNREADABLE);
    }

    @Test
    void refusesAWorkbookWithoutItems() {
        assertThat(refusal(changed((name, text) -> name.equals("xl/workbook.xml") ? text.replace("-08", "-99") : text)))
                .isEqualTo(ClearingRefusal.NO_ITEMS);
        assertThat(refusal(BillFile.priced(LINES, "1")
                        .cell(BillFile.ITEMS, "B3", "编码")
                        .bytes()))
                .isEqualTo(ClearingRefusal.NO_ITEMS);
    }

    @Test
    void refusesMacrosLinksAndDocumentTypes() {
        assertThat(refusal(with("xl/vbaProject.bin", "x"))).isEqualTo(ClearingRefusal.BILL_UNREADABLE);
        assertThat(refusal(with("xl/externalLinks/externalLink1.xml", "<x/>")))
                .isEqualTo(ClearingRefusal.BILL_UNREADABLE);
        var entity = "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>";
        assertThat(refusal(changed((name, text) -> name.equals(SHEET) ? entity + text : text)))
                .isEqualTo(ClearingRefusal.BILL_UNREADABLE);
        var late = "<!--" + "x".repeat(200_000) + "-->" + entity;
        assertThat(refusal(changed((name, text) -> name.equals(SHEET) ? late + text : text)))
                .isEqualTo(ClearingRefusal.BILL_UNREADABLE);
    }

    @Test
    void refusesABombWhileItUnpacks() {
        var zeros = "0".repeat(40 << 20);

        assertThat(refusal(with("xl/media/bomb.xml", zeros))).isEqualTo(ClearingRefusal.BILL_TOO_LARGE);
        assertThat(refusal(new byte[(16 << 20) + 1])).isEqualTo(ClearingRefusal.BILL_TOO_LARGE);
    }

    @Test
    void refusesMoreRowsThanABillHas() {
        var far = "<row r=\"30000\"><c r=\"A30000\"><v>1</v></c></row></sheetData>";

        assertThat(refusal(changed((name, text) -> name.equals(SHEET) ? text.replace("</sheetData>", far) : text)))
                .isEqualTo(ClearingRefusal.BILL_TOO_LARGE);
    }

    @Test
    void refusesACellFarToTheRightHoweverItIsWritten() {
        for (String cell : new String[] {
            "<c r=\"ZZZZZZ9\"><v>1</v></c>",
            "<c  t='n'\n r = 'ZZZZZZ9'><v>1</v></c>",
            "<x:c xmlns:x=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" r=\"ZZZZZZ9\"/>",
            "<c r=\"&#90;ZZZZZ9\"/>"
        }) {
            var row = "<row r=\"40\">" + cell + "</row></sheetData>";
            assertThat(refusal(changed((name, text) -> name.equals(SHEET) ? text.replace("</sheetData>", row) : text)))
                    .as(cell)
                    .isEqualTo(ClearingRefusal.BILL_UNREADABLE);
        }
    }

    @Test
    void takesANumberThatWouldFillTheMemoryForNoNumber() {
        var bytes =
                changed((name, text) -> name.equals(SHEET) ? text.replace("<v>120</v>", "<v>1E999999999</v>") : text);

        var found = clear(bytes).stream().map(Finding::kind).toList();

        assertThat(found).contains(FindingKind.NOT_A_NUMBER);
    }

    @Test
    void roundsAwayWhatABinaryNumberHasBehindItsFifteenthDigit() {
        var bytes = changed(
                (name, text) -> name.equals(SHEET) ? text.replace("<v>120</v>", "<v>120.00000000000001</v>") : text);

        assertThat(clear(bytes)).isEmpty();
    }

    @Test
    void takesTheKeptValueOfAFormula() {
        var bytes = changed(
                (name, text) -> name.equals(SHEET) ? text.replace("<v>1440</v>", "<f>F7*G7</f><v>1440</v>") : text);

        assertThat(clear(bytes)).isEmpty();
    }

    /** Whatever stands in the file: a refusal or findings, never another exception. */
    @Test
    void answersEveryDamagedFile() {
        var random = new Random(20261130);
        for (int i = 0; i < 400; i++) {
            var damaged = GOOD.clone();
            for (int flips = random.nextInt(6); flips >= 0; flips--) {
                damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
            }
            answer(damaged);
            answer(changed((name, text) -> scrambled(text, random)));
        }
    }

    private static String scrambled(String text, Random random) {
        if (random.nextInt(4) > 0) {
            return text;
        }
        var letters = text.toCharArray();
        letters[random.nextInt(letters.length)] = "<>&\"'09AZ表\u0000".charAt(random.nextInt(11));
        return new String(letters);
    }

    private static void answer(byte[] file) {
        try {
            clear(file);
        } catch (Refused refused) {
            assertThat(refused.code()).isInstanceOf(ClearingRefusal.class);
        }
    }

    private static List<Finding> clear(byte[] file) {
        var tender = TenderBill.read(BillFile.tender(LINES).bytes(), SHEETS);
        var price = BillFile.priced(LINES, "1").price();
        return new BillClearing(tender, Thresholds.usual(), SHEETS)
                .read("a", price, file)
                .findings();
    }

    private static ClearingRefusal refusal(byte[] file) {
        var tender = TenderBill.read(BillFile.tender(LINES).bytes(), SHEETS);
        var clearing = new BillClearing(tender, Thresholds.usual(), SHEETS);
        var refused = catchThrowableOfType(Refused.class, () -> clearing.read("a", new Fen(1), file));
        return (ClearingRefusal) refused.code();
    }

    private static byte[] zip(String name, String text) {
        return rewritten(new byte[0], (entry, content) -> content, name, text);
    }

    private static byte[] with(String name, String text) {
        return rewritten(GOOD, (entry, content) -> content, name, text);
    }

    private static byte[] changed(BiFunction<String, String, String> change) {
        return rewritten(GOOD, change, null, null);
    }

    /** By the central directory, as the writer's local headers tell no sizes. */
    private static Map<String, String> entries(byte[] file) throws IOException {
        Map<String, String> entries = new LinkedHashMap<>();
        if (file.length == 0) {
            return entries;
        }
        var copy = Files.createTempFile("bill", ".xlsx");
        try {
            Files.write(copy, file);
            try (var zip = new ZipFile(copy.toFile())) {
                for (var entry : Collections.list(zip.entries())) {
                    var content = zip.getInputStream(entry).readAllBytes();
                    entries.put(entry.getName(), new String(content, StandardCharsets.UTF_8));
                }
            }
        } finally {
            Files.delete(copy);
        }
        return entries;
    }

    private static byte[] rewritten(byte[] file, BiFunction<String, String, String> change, String name, String text) {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var entry : entries(file).entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(change.apply(entry.getKey(), entry.getValue()).getBytes(StandardCharsets.UTF_8));
            }
            if (name != null) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(text.getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return out.toByteArray();
    }
}
