package cn.qifeng.kit.office;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.qifeng.kernel.Kind;
import cn.qifeng.kernel.RefusalCode;
import cn.qifeng.kernel.Refused;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Gate before office files 文件闸门")
class OfficeGateTest {

    private static final OfficeGate GATE =
            new OfficeGate(Code.UNREADABLE, Code.TOO_LARGE, new OfficeGate.Limits(60_000, 5, 4_000, 90_000));

    private enum Code implements RefusalCode {
        UNREADABLE,
        TOO_LARGE;

        @Override
        public String code() {
            return "test/" + name();
        }

        @Override
        public Kind kind() {
            return Kind.INVALID;
        }

        @Override
        public String law() {
            return "";
        }
    }

    @Test
    void letsAPlainWorkbookThrough() throws IOException {
        var file = zip(OfficeGate.WORKBOOK, "<workbook/>", "xl/worksheets/sheet1.xml", "<c r=\"XFD9\"><v>1</v></c>");

        assertThatCode(() -> GATE.check(file, OfficeGate.WORKBOOK)).doesNotThrowAnyException();
    }

    @Test
    void refusesWhatIsNoPackageOrLacksThePart() throws IOException {
        assertThat(refusal("姓名".getBytes(StandardCharsets.UTF_8))).isEqualTo(Code.UNREADABLE);
        assertThat(refusal(new byte[0])).isEqualTo(Code.UNREADABLE);
        assertThat(refusal(zip("word/document.xml", "<x/>"))).isEqualTo(Code.UNREADABLE);
    }

    @Test
    void refusesMacrosLinksAndDocumentTypes() throws IOException {
        assertThat(refusal(with("xl/vbaProject.bin", "x"))).isEqualTo(Code.UNREADABLE);
        assertThat(refusal(with("xl/externalLinks/1.xml", "<x/>"))).isEqualTo(Code.UNREADABLE);
        assertThat(refusal(with("../x.xml", "<x/>"))).isEqualTo(Code.UNREADABLE);
        assertThat(refusal(with("xl/a.xml", "<?xml version=\"1.0\"?><!DOCTYPE x []><x/>")))
                .isEqualTo(Code.UNREADABLE);
    }

    @Test
    void refusesCellsFarToTheRightInEveryEncoding() throws IOException {
        assertThat(refusal(with("xl/worksheets/sheet1.xml", "<c r=\"ZZZZZZ1\"/>")))
                .isEqualTo(Code.UNREADABLE);
        var sixteenBits = "<?xml version=\"1.0\"?><worksheet/>".getBytes(StandardCharsets.UTF_16);
        assertThat(new CellReferences().areSound(sixteenBits, sixteenBits.length))
                .isFalse();
    }

    @Test
    void looksAtFontsAndPicturesOfDocumentsAsWhatTheyAre() throws IOException {
        var file = zip("word/document.xml", "<x/>", "word/fonts/font1.odttf", "\0\1<!DOCTYPE x");

        assertThatCode(() -> GATE.check(file, "word/document.xml")).doesNotThrowAnyException();
        assertThat(refusal(with("xl/a.bin", "<!DOCTYPE x []><x/>"))).isEqualTo(Code.UNREADABLE);
    }

    @Test
    void refusesWhatUnpacksToTooMuch() throws IOException {
        assertThat(refusal(with("xl/a.xml", " ".repeat(90_001)))).isEqualTo(Code.TOO_LARGE);
        assertThat(refusal(with("xl/sharedStrings.xml", " ".repeat(4_001)))).isEqualTo(Code.TOO_LARGE);
        assertThat(refusal(zip(OfficeGate.WORKBOOK, "", "a", "", "b", "", "c", "", "d", "", "e", "")))
                .isEqualTo(Code.TOO_LARGE);
        assertThat(refusal(new byte[60_001])).isEqualTo(Code.TOO_LARGE);
    }

    @Test
    void everyCutOfAFileIsRefusedAndNothingElseHappens() throws IOException {
        var file = with("xl/a.xml", "<a>".repeat(40));
        for (int length = 0; length < file.length; length++) {
            assertThat(refusal(Arrays.copyOf(file, length))).isNotNull();
        }
    }

    private static RefusalCode refusal(byte[] file) {
        return catchThrowableOfType(Refused.class, () -> GATE.check(file, OfficeGate.WORKBOOK))
                .code();
    }

    private static byte[] with(String name, String text) throws IOException {
        return zip(OfficeGate.WORKBOOK, "<workbook/>", name, text);
    }

    private static byte[] zip(String... namesAndTexts) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (int i = 0; i < namesAndTexts.length; i += 2) {
                zip.putNextEntry(new ZipEntry(namesAndTexts[i]));
                zip.write(namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
            }
        }
        return out.toByteArray();
    }
}
