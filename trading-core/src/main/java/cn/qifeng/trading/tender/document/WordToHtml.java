package cn.qifeng.trading.tender.document;

import cn.qifeng.kit.document.OfficialSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;

/**
 * The text of a .docx as XHTML in the house style, so that the official PDF says what the .docx says: headings,
 * paragraphs and tables. Pictures and footnotes are left out.
 */
final class WordToHtml {

    private static final double TITLE_POINTS = 16;
    private static final int HEADINGS = 3;

    private final XWPFDocument document;
    private final StringBuilder html = new StringBuilder();
    private boolean chapters;

    private WordToHtml(XWPFDocument document) {
        this.document = document;
    }

    /** The body of {@code docx}. */
    static String body(byte[] docx) {
        try (var document = new XWPFDocument(new ByteArrayInputStream(docx))) {
            var writer = new WordToHtml(document);
            writer.elements(document.getBodyElements());
            return writer.html.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void elements(List<IBodyElement> elements) {
        for (var element : elements) {
            if (element instanceof XWPFParagraph paragraph) {
                paragraph(paragraph);
            } else if (element instanceof XWPFTable table) {
                new WordTable(table).appendTo(html);
            }
        }
    }

    private void paragraph(XWPFParagraph paragraph) {
        String text = inline(paragraph);
        int level = heading(paragraph);
        if (text.isBlank()) {
            html.append(chapters ? "" : "<p class=\"plain\">&#160;</p>");
        } else if (level > 0) {
            chapters = true;
            String start = level == 1 ? "<h1 class=\"chapter\">" : "<h" + level + ">";
            html.append(start).append(text).append("</h").append(level).append('>');
        } else if (paragraph.getAlignment() == ParagraphAlignment.CENTER) {
            html.append("<p class=\"centred\"")
                    .append(size(paragraph))
                    .append('>')
                    .append(text)
                    .append("</p>");
        } else {
            html.append("<p>").append(text).append("</p>");
        }
    }

    private int heading(XWPFParagraph paragraph) {
        var style = paragraph.getStyle() == null ? null : document.getStyles().getStyle(paragraph.getStyle());
        String name =
                style == null || style.getName() == null ? "" : style.getName().toLowerCase(Locale.ROOT);
        for (int level = 1; level <= HEADINGS; level++) {
            if (name.equals("heading " + level) || name.equals("标题 " + level)) {
                return level;
            }
        }
        return 0;
    }

    private static String size(XWPFParagraph paragraph) {
        double points = paragraph.getRuns().stream()
                .map(XWPFRun::getFontSizeAsDouble)
                .filter(it -> it != null)
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(0);
        return points >= TITLE_POINTS
                ? " style=\"font-size:" + Math.min(points, 30) + "pt;line-height:1.5;font-weight:700\""
                : "";
    }

    /** Runs with bold kept; line breaks become {@code <br/>}. */
    static String inline(XWPFParagraph paragraph) {
        var text = new StringBuilder();
        for (var run : paragraph.getRuns()) {
            String escaped =
                    OfficialSource.escape(run.text().replace('\t', ' ')).replace("\n", "<br/>");
            text.append(run.isBold() && !escaped.isBlank() ? "<b>" + escaped + "</b>" : escaped);
        }
        return text.toString();
    }
}
