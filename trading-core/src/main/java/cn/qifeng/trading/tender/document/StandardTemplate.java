package cn.qifeng.trading.tender.document;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STStyleType;

/**
 * The platform's standard tender document (标准招标文件模板) as .docx, built from its text: {@code ^} is a line of the cover,
 * {@code #} a chapter, {@code ##} a section, {@code |} a row of a table, anything else a paragraph.
 */
final class StandardTemplate {

    private static final String SONG = "宋体";
    private static final int TEXT_POINTS = 11;
    private static final int[] HEADING_POINTS = {18, 14};

    private final XWPFDocument document = new XWPFDocument();
    private final List<String[]> rows = new ArrayList<>();

    private StandardTemplate() {}

    /** The template with its tags. */
    static byte[] docx() {
        return Built.DOCX;
    }

    private byte[] build(BufferedReader text) throws IOException {
        var styles = document.createStyles();
        for (int level = 1; level <= HEADING_POINTS.length; level++) {
            styles.addStyle(heading(level));
        }
        for (String line = text.readLine(); line != null; line = text.readLine()) {
            take(line);
        }
        table();
        var out = new ByteArrayOutputStream();
        document.write(out);
        document.close();
        return out.toByteArray();
    }

    private void take(String line) {
        if (line.startsWith("|")) {
            rows.add(line.substring(1).split("\\|"));
            return;
        }
        table();
        if (line.startsWith("^")) {
            centred(line.substring(1).strip());
        } else if (line.startsWith("##")) {
            heading(line.substring(2).strip(), 2);
        } else if (line.startsWith("#")) {
            heading(line.substring(1).strip(), 1);
        } else if (!line.isBlank()) {
            var paragraph = document.createParagraph();
            paragraph.setIndentationFirstLine(440);
            write(paragraph.createRun(), line.strip(), TEXT_POINTS, false);
        }
    }

    private void centred(String text) {
        var paragraph = document.createParagraph();
        paragraph.setAlignment(ParagraphAlignment.CENTER);
        boolean title = text.startsWith("!");
        write(paragraph.createRun(), title ? text.substring(1) : text, title ? 26 : 14, title);
    }

    private void heading(String text, int level) {
        var paragraph = document.createParagraph();
        paragraph.setStyle("Heading" + level);
        paragraph.setPageBreak(level == 1);
        if (level == 1) {
            paragraph.setAlignment(ParagraphAlignment.CENTER);
        }
        write(paragraph.createRun(), text, HEADING_POINTS[level - 1], true);
    }

    private void table() {
        if (rows.isEmpty()) {
            return;
        }
        var table = document.createTable(rows.size(), rows.get(0).length);
        table.setWidth("100%");
        for (int r = 0; r < rows.size(); r++) {
            fill(table.getRow(r), rows.get(r), r == 0);
        }
        table.getRow(0).setRepeatHeader(true);
        rows.clear();
    }

    private static void fill(XWPFTableRow row, String[] texts, boolean heading) {
        for (int c = 0; c < texts.length; c++) {
            var paragraph = row.getCell(c).getParagraphs().get(0);
            write(paragraph.createRun(), texts[c].strip(), TEXT_POINTS - 1, heading);
        }
    }

    private static void write(XWPFRun run, String text, int points, boolean bold) {
        run.setText(text);
        run.setFontFamily(SONG);
        run.setFontFamily(SONG, XWPFRun.FontCharRange.eastAsia);
        run.setFontSize(points);
        run.setBold(bold);
    }

    private static XWPFStyle heading(int level) {
        var style = CTStyle.Factory.newInstance();
        style.setStyleId("Heading" + level);
        style.addNewName().setVal("heading " + level);
        style.setType(STStyleType.PARAGRAPH);
        style.addNewQFormat();
        style.addNewPPr().addNewOutlineLvl().setVal(BigInteger.valueOf(level - 1L));
        return new XWPFStyle(style);
    }

    /** Built once, on first use. */
    private static final class Built {

        static final byte[] DOCX = read();

        private static byte[] read() {
            var stream =
                    Objects.requireNonNull(StandardTemplate.class.getResourceAsStream("standard-tender-document.txt"));
            try (var text = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
                return new StandardTemplate().build(text);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
