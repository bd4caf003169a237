package cn.qifeng.launcher.demo;

import cn.qifeng.blind.BlindProcess;
import cn.qifeng.trust.envelope.BidManifest.IndexLine;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * A made-up technical part (技术文件): a chapter for each criterion on pages of its own, as large as wanted by a stream of
 * noise in the place of drawings.
 */
final class TechnicalPdf {

    private static final int FILE_NUMBER = 4;
    private static final float MARGIN = 72;
    private static final float BODY = 14;
    private static final float LINE = 24;
    private static final int NOISE_BLOCK = 1 << 16;
    private static final TrueTypeFont FONT = font();

    private final PDDocument document;
    private final PDType0Font font;
    private PDPageContentStream page;
    private float y;

    private TechnicalPdf(PDDocument document) throws IOException {
        this.document = document;
        this.font = PDType0Font.load(document, FONT, true);
    }

    /** Writes the chapters of {@code plan}; gives the pages on which each criterion is answered. */
    static List<IndexLine> write(Path file, TechnicalPlan plan, long bytes, long seed) throws IOException {
        try (var document = new PDDocument(IOUtils.createTempFileOnlyStreamCache())) {
            var writing = new TechnicalPdf(document);
            writing.cover(plan.title());
            var index = new ArrayList<IndexLine>();
            Screening.indexed().forEach(item -> index.add(new IndexLine(item, FILE_NUMBER, 2, 2)));
            for (var chapter : plan.chapters()) {
                int from = document.getNumberOfPages() + 1;
                writing.chapter(chapter);
                index.add(new IndexLine(chapter.item(), FILE_NUMBER, from, document.getNumberOfPages()));
            }
            writing.page.close();
            noise(document, bytes, seed);
            try (var out = new BufferedOutputStream(Files.newOutputStream(file))) {
                document.save(out);
            }
            return index;
        }
    }

    /** Writes one plain page. */
    static void page(Path file, String title, List<String> lines) throws IOException {
        try (var document = new PDDocument()) {
            var writing = new TechnicalPdf(document);
            writing.newPage();
            writing.centred(title, 18);
            for (var line : lines) {
                writing.paragraph(line);
            }
            writing.page.close();
            document.save(file.toFile());
        }
    }

    private void cover(String title) throws IOException {
        newPage();
        y -= 220;
        centred(title, 22);
        centred("技术文件", 22);
    }

    private void chapter(TechnicalPlan.Chapter chapter) throws IOException {
        newPage();
        centred(chapter.name(), 18);
        for (var section : chapter.sections()) {
            line(section.heading(), 0);
            for (var paragraph : section.paragraphs()) {
                paragraph(paragraph);
            }
        }
    }

    private void paragraph(String text) throws IOException {
        int perLine = (int) ((PDRectangle.A4.getWidth() - 2 * MARGIN) / BODY);
        int from = 0;
        while (from < text.length()) {
            int indent = from == 0 ? 2 : 0;
            int to = Math.min(text.length(), from + perLine - indent);
            line(text.substring(from, to), indent);
            from = to;
        }
    }

    private void line(String text, int indent) throws IOException {
        if (y < MARGIN + LINE) {
            newPage();
        }
        show(text, MARGIN + indent * BODY, BODY);
    }

    private void centred(String text, float size) throws IOException {
        show(text, (PDRectangle.A4.getWidth() - font.getStringWidth(text) / 1000 * size) / 2, size);
        y -= size;
    }

    private void show(String text, float x, float size) throws IOException {
        page.beginText();
        page.setFont(font, size);
        page.newLineAtOffset(x, y);
        page.showText(text);
        page.endText();
        y -= LINE;
    }

    private void newPage() throws IOException {
        if (page != null) {
            page.close();
        }
        var next = new PDPage(PDRectangle.A4);
        document.addPage(next);
        page = new PDPageContentStream(document, next);
        y = PDRectangle.A4.getHeight() - MARGIN - BODY;
    }

    /** What drawings would weigh. */
    private static void noise(PDDocument document, long length, long seed) throws IOException {
        var random = new Random(seed);
        var block = new byte[NOISE_BLOCK];
        var stream = document.getDocument().createCOSStream();
        try (OutputStream out = stream.createOutputStream()) {
            for (long left = length; left > 0; left -= block.length) {
                random.nextBytes(block);
                out.write(block, 0, (int) Math.min(left, block.length));
            }
        }
        document.getDocumentCatalog().getCOSObject().setItem(COSName.getPDFName("Drawings"), stream);
    }

    private static TrueTypeFont font() {
        var stream = Objects.requireNonNull(BlindProcess.class.getResourceAsStream("NotoSansSC-Regular.ttf"));
        try (stream) {
            return new TTFParser().parse(new RandomAccessReadBuffer(stream));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
