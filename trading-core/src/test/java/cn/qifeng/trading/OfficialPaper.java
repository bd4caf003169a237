package cn.qifeng.trading;

import static org.assertj.core.api.Assertions.assertThat;

import cn.qifeng.trust.cert.Certificates;
import cn.qifeng.trust.sign.Signatures;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.text.PDFTextStripper;

/** What every official PDF of the platform must be: fonts embedded, pages numbered, text that can be read, sealed. */
public final class OfficialPaper {

    private final byte[] bytes;
    private final String text;

    private OfficialPaper(byte[] bytes, String text) {
        this.bytes = bytes;
        this.text = text;
    }

    /** Reads a document and checks fonts and page numbers. */
    public static OfficialPaper of(byte[] bytes) {
        try (var pdf = Loader.loadPDF(bytes)) {
            checkFonts(pdf);
            var text = new PDFTextStripper().getText(pdf);
            int pages = pdf.getNumberOfPages();
            for (int page = 1; page <= pages; page++) {
                assertThat(text.replaceAll("\\s+", " ")).contains("第 " + page + " 页 共 " + pages + " 页");
            }
            return new OfficialPaper(bytes, text.replaceAll("\\s+", ""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void checkFonts(PDDocument pdf) throws IOException {
        for (var page : pdf.getPages()) {
            for (var name : page.getResources().getFontNames()) {
                var font = page.getResources().getFont(name);
                assertThat(font.isEmbedded()).as(font.getName()).isTrue();
            }
        }
    }

    /** It has that many pages. */
    public OfficialPaper hasPages(int pages) {
        assertThat(text).contains("共" + pages + "页");
        return this;
    }

    /** It says all of this; white space does not count. */
    public OfficialPaper says(String... facts) {
        assertThat(text)
                .contains(Arrays.stream(facts)
                        .map(it -> it.replaceAll("\\s+", ""))
                        .toList());
        return this;
    }

    /**
     * Both seals are there, each with its room on the page: SM2 over its revision, RSA over the whole file; one changed
     * byte breaks the first.
     */
    public void isSealed() {
        try (var pdf = Loader.loadPDF(bytes)) {
            var seals = pdf.getSignatureDictionaries().stream()
                    .sorted(Comparator.comparingInt(it -> it.getByteRange()[2] + it.getByteRange()[3]))
                    .toList();
            assertThat(seals).hasSize(2);
            var sm2 = seals.get(0);
            var content = sm2.getSignedContent(bytes);
            var signed = Signatures.verify(content, unpadded(sm2.getContents(bytes)));
            assertThat(Certificates.subject(signed.certificate()).commonName()).isEqualTo("启封平台电子签章");
            content[content.length / 2] ^= 1;
            org.assertj.core.api.Assertions.assertThatThrownBy(
                            () -> Signatures.verify(content, unpadded(sm2.getContents(bytes))))
                    .hasMessageContaining("trust/bad-signature");
            coversAll(seals.get(1));
            assertThat(pdf.getSignatureFields())
                    .allSatisfy(field -> assertThat(
                                    field.getWidgets().get(0).getRectangle().getWidth())
                            .as("room for the seal %s", field.getPartialName())
                            .isPositive());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void coversAll(PDSignature last) {
        var range = last.getByteRange();
        assertThat(List.of(range[0], range[2] + range[3])).isEqualTo(List.of(0, bytes.length));
    }

    /** The DER object at the beginning; what follows in the reserved place is zero. */
    private static byte[] unpadded(byte[] contents) {
        int header = 2 + (contents[1] & 0x7f);
        int length = 0;
        for (int i = 2; i < header; i++) {
            length = length << 8 | contents[i] & 0xff;
        }
        for (int i = header + length; i < contents.length; i++) {
            assertThat(contents[i]).isZero();
        }
        return Arrays.copyOf(contents, header + length);
    }
}
