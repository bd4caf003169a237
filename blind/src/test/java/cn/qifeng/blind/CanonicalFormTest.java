package cn.qifeng.blind;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.filter.FilterFactory;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceRGB;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Canonical form of a blind file 规范化版本")
class CanonicalFormTest {

    @TempDir
    Path folder;

    @Test
    void holdsTheSeenTextForASearchAndNothingOfTheAuthor() throws IOException {
        var made = MadeFile.clean();
        made.document.getDocumentInformation().setAuthor("SECRET-AUTHOR");
        made.draw(0, content -> {
            content.setRenderingMode(RenderingMode.NEITHER);
            made.put(content, 100, 600, 14, "看不见");
        });
        made.write(0, 100, 500, 14, "方\u00ad案");
        var out = folder.resolve("out.pdf");
        BlindProcess.check(made.save(folder), MadeFile.RULES, out, (page, pages) -> {});
        assertThat(Files.readString(out, StandardCharsets.ISO_8859_1)).doesNotContain("SECRET", "/Info", "/ID", "Noto");
        try (var document = Loader.loadPDF(out.toFile())) {
            var text = new PDFTextStripper().getText(document);
            assertThat(text).contains("施工方案：基坑支护采用排桩加内支撑。", "方案").doesNotContain("看不见", "\u00ad");
        }
    }

    @Test
    void sameBytesInGiveSameBytesAndMarksOut() throws IOException {
        var file = new MadeFile(2).write(1, 100, 500, 14, "李建国").save(folder);
        var pages = new ArrayList<Integer>();
        var one = BlindProcess.check(file, MadeFile.RULES, folder.resolve("1.pdf"), (page, all) -> pages.add(page));
        var other = new BlindCheck(MadeFile.RULES, (page, all) -> {}).check(file, folder.resolve("2.pdf"));
        assertThat(one).isEqualTo(other);
        assertThat(one.canonical()).contains(BlindCheck.sm3(folder.resolve("1.pdf")));
        assertThat(pages).containsExactly(1, 2);
        assertThat(Checked.from(one.toJson()).marksSm3()).isEqualTo(other.marksSm3());
    }

    @Test
    void twoAuthorsWhoWriteTheSameCannotBeToldApart() throws IOException {
        var hashes = new ArrayList<String>();
        for (var author : List.of("甲", "乙")) {
            var made = MadeFile.clean();
            made.document.getDocumentInformation().setAuthor(author);
            var out = folder.resolve("out.pdf");
            hashes.add(new BlindCheck(MadeFile.RULES, (page, all) -> {})
                    .check(made.save(folder), out)
                    .canonical()
                    .orElseThrow());
        }
        assertThat(hashes.get(0)).isEqualTo(hashes.get(1));
    }

    @Test
    void looksLikeThePageInGrey() throws IOException {
        var made = MadeFile.clean().draw(0, content -> {
            content.setNonStrokingColor(Color.RED);
            content.addRect(100, 400, 100, 100);
            content.fill();
        });
        var out = folder.resolve("out.pdf");
        new BlindCheck(MadeFile.RULES, (page, all) -> {}).check(made.save(folder), out);
        try (var document = Loader.loadPDF(out.toFile())) {
            var image = new PDFRenderer(document).renderImageWithDPI(0, 72);
            int inside = image.getRGB(150, 842 - 450) & 0xFF;
            assertThat(inside).isBetween(60, 95);
            assertThat(image.getRGB(300, 842 - 450) & 0xFF).isEqualTo(255);
        }
    }

    @Test
    void aFileThatWantsTooMuchMemoryEndsItsProcessAlone() throws IOException {
        var made = MadeFile.clean();
        var picture = new PDImageXObject(
                made.document, new ByteArrayInputStream(new byte[9]), null, 20_000, 20_000, 8, PDDeviceRGB.INSTANCE);
        made.draw(0, content -> content.drawImage(picture, 100, 100, 50, 50));
        var checked = BlindProcess.check(made.save(folder), MadeFile.RULES, folder.resolve("o.pdf"), (page, all) -> {});
        assertThat(checked.marks()).extracting(Mark::kind).containsExactly(MarkKind.UNREADABLE);
        assertThat(checked.canonical()).isEmpty();
    }

    @Test
    void runLengthCodeIsReadBackAsItWas() throws IOException {
        var data = new byte[5000];
        new Random(7).nextBytes(data);
        Arrays.fill(data, 1000, 3000, (byte) 0xFF);
        var decoded = new ByteArrayOutputStream();
        FilterFactory.INSTANCE
                .getFilter(COSName.RUN_LENGTH_DECODE)
                .decode(new ByteArrayInputStream(RunLength.encode(data)), decoded, new COSDictionary(), 0);
        assertThat(decoded.toByteArray()).isEqualTo(data);
    }
}
