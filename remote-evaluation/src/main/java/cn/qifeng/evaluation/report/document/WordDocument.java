package cn.qifeng.evaluation.report.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.poi.xwpf.model.XWPFHeaderFooterPolicy;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun.FontCharRange;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * An editor's copy of an official document (公文编辑副本) as .docx, out of the XHTML that the official PDF is printed from:
 * headings, paragraphs and ruled tables whose heading rows repeat. What is only there for the seal is left out.
 */
final class WordDocument {

    private static final String SONG = "宋体";
    private static final String HEI = "黑体";
    private static final String WIDTH = "100%";
    private static final int BODY = 11;
    private static final int TABLE = 10;
    private static final int SMALL = 9;
    private static final long TWIPS_PER_MM = 57;
    private static final int TWO_CHARACTERS = 440;

    private final XWPFDocument word;

    private WordDocument(XWPFDocument word) {
        this.word = word;
    }

    /**
     * The file.
     *
     * @param header text at the top of every page
     * @param note what the copy says of itself, under the header
     * @param body well-formed XHTML inside {@code <body>}
     */
    static byte[] of(String header, String note, String body) {
        try (var word = new XWPFDocument();
                var out = new ByteArrayOutputStream()) {
            var document = new WordDocument(word);
            document.page();
            document.headerAndFooter(header, note);
            children(parse("<body>" + body + "</body>")).forEach(document::block);
            word.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void page() {
        var section = word.getDocument().getBody().addNewSectPr();
        var size = section.addNewPgSz();
        size.setW(BigInteger.valueOf(210 * TWIPS_PER_MM));
        size.setH(BigInteger.valueOf(297 * TWIPS_PER_MM));
        var margin = section.addNewPgMar();
        margin.setTop(BigInteger.valueOf(28 * TWIPS_PER_MM));
        margin.setBottom(BigInteger.valueOf(25 * TWIPS_PER_MM));
        margin.setLeft(BigInteger.valueOf(26 * TWIPS_PER_MM));
        margin.setRight(BigInteger.valueOf(22 * TWIPS_PER_MM));
    }

    private void headerAndFooter(String header, String note) {
        var policy = word.createHeaderFooterPolicy();
        var top = policy.createHeader(XWPFHeaderFooterPolicy.DEFAULT);
        for (var line : List.of(header, note)) {
            var paragraph = top.createParagraph();
            paragraph.setAlignment(ParagraphAlignment.CENTER);
            write(paragraph, line, SONG, SMALL, false);
        }
        var foot = policy.createFooter(XWPFHeaderFooterPolicy.DEFAULT).createParagraph();
        foot.setAlignment(ParagraphAlignment.CENTER);
        write(foot, "第 ", SONG, SMALL, false);
        foot.getCTP().addNewFldSimple().setInstr("PAGE");
        write(foot, " 页  共 ", SONG, SMALL, false);
        foot.getCTP().addNewFldSimple().setInstr("NUMPAGES");
        write(foot, " 页", SONG, SMALL, false);
    }

    private void block(Element element) {
        switch (element.getTagName()) {
            case "h1" -> heading(element, 20, ParagraphAlignment.CENTER, 1);
            case "h2" -> heading(element, 14, ParagraphAlignment.LEFT, 2);
            case "h3" -> heading(element, 12, ParagraphAlignment.LEFT, 3);
            case "p" -> paragraph(element);
            case "table" -> table(element);
            case "div" -> division(element);
            default -> throw new IllegalStateException("no form in Word for <" + element.getTagName() + ">");
        }
    }

    /** The places of the seal hold nothing to show. */
    private void division(Element element) {
        if (!element.getAttribute("class").equals("platform-seal")) {
            children(element).forEach(this::block);
        }
    }

    private void heading(Element element, int size, ParagraphAlignment alignment, int level) {
        var paragraph = word.createParagraph();
        paragraph.setAlignment(alignment);
        paragraph.setSpacingBefore(160);
        paragraph.setSpacingAfter(120);
        paragraph.setKeepNext(true);
        paragraph.getCTP().getPPr().addNewOutlineLvl().setVal(BigInteger.valueOf(level - 1L));
        write(paragraph, element.getTextContent(), HEI, size, true);
    }

    private void paragraph(Element element) {
        var paragraph = word.createParagraph();
        var kind = element.getAttribute("class");
        if (kind.isEmpty()) {
            paragraph.setIndentationFirstLine(TWO_CHARACTERS);
        }
        paragraph.setSpacingAfter(60);
        write(paragraph, element.getTextContent(), SONG, kind.equals("note") ? SMALL : BODY, false);
    }

    private void table(Element element) {
        var rows = rows(element);
        var table = word.createTable(rows.size(), children(rows.get(0)).size());
        table.setWidth(WIDTH);
        for (int i = 0; i < rows.size(); i++) {
            row(table.getRow(i), rows.get(i));
        }
        word.createParagraph().setSpacingAfter(0);
    }

    private static List<Element> rows(Element element) {
        return children(element).stream()
                .flatMap(it -> it.getTagName().equals("tr") ? List.of(it).stream() : children(it).stream())
                .toList();
    }

    private static void row(XWPFTableRow row, Element element) {
        row.setCantSplitRow(true);
        var cells = children(element);
        row.setRepeatHeader(cells.stream().allMatch(WordDocument::isHeading));
        for (int i = 0; i < cells.size(); i++) {
            var cell = cells.get(i);
            var paragraph = row.getCell(i).getParagraphs().get(0);
            paragraph.setAlignment(alignment(cell));
            write(paragraph, cell.getTextContent(), SONG, TABLE, isHeading(cell));
        }
    }

    private static ParagraphAlignment alignment(Element cell) {
        if (isHeading(cell)) {
            return ParagraphAlignment.CENTER;
        }
        return cell.getAttribute("class").equals("num") ? ParagraphAlignment.RIGHT : ParagraphAlignment.LEFT;
    }

    private static boolean isHeading(Element cell) {
        return cell.getTagName().equals("th");
    }

    private static void write(XWPFParagraph paragraph, String text, String font, int size, boolean bold) {
        var run = paragraph.createRun();
        run.setFontFamily(font, FontCharRange.eastAsia);
        run.setFontFamily("Times New Roman", FontCharRange.ascii);
        run.setFontSize(size);
        run.setBold(bold);
        run.setText(text);
    }

    private static List<Element> children(Node node) {
        var elements = new ArrayList<Element>();
        for (var child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                elements.add(element);
            }
        }
        return elements;
    }

    private static Element parse(String xhtml) {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder()
                    .parse(new InputSource(new StringReader(xhtml)))
                    .getDocumentElement();
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new IllegalStateException("the XHTML of a report is not well-formed", e);
        }
    }
}
