package cn.qifeng.blind;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** A blind file that keeps every rule, to which a test adds one mark. */
final class MadeFile {

    static final BlindRules RULES = new BlindRules(
            4, List.of("Noto Sans SC"), List.of("14"), 20, List.of("26"), List.of("启明建设", "李建国", "91330100MA2B1C3D4E"));

    private static final TrueTypeFont FONT = font();

    final PDDocument document = new PDDocument();
    final PDFont font;

    MadeFile(int pages) {
        try {
            font = PDType0Font.load(document, FONT, true);
            for (int i = 0; i < pages; i++) {
                document.addPage(new PDPage(PDRectangle.A4));
                write(i, 100, 700, 14, "施工方案：基坑支护采用排桩加内支撑。");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a test adds. */
    interface Change {
        void to(MadeFile file) throws IOException;
    }

    /** What a test draws. */
    interface Drawing {
        void on(PDPageContentStream content) throws IOException;
    }

    static MadeFile clean() {
        return new MadeFile(1);
    }

    MadeFile write(int page, float x, float y, float size, String text) throws IOException {
        return draw(page, content -> put(content, x, y, size, text));
    }

    void put(PDPageContentStream content, float x, float y, float size, String text) throws IOException {
        content.beginText();
        content.setFont(font, size);
        content.newLineAtOffset(x, y);
        content.showText(text);
        content.endText();
    }

    MadeFile draw(int page, Drawing drawing) throws IOException {
        try (var content = new PDPageContentStream(document, document.getPage(page), AppendMode.APPEND, true, true)) {
            drawing.on(content);
        }
        return this;
    }

    Path save(Path folder) throws IOException {
        var file = folder.resolve("technical.pdf");
        document.save(file.toFile());
        document.close();
        return file;
    }

    private static TrueTypeFont font() {
        FixedFonts.install();
        try (var stream = MadeFile.class.getResourceAsStream("NotoSansSC-Regular.ttf")) {
            return new TTFParser().parse(new RandomAccessReadBuffer(stream));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
