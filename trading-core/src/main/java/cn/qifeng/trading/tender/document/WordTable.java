package cn.qifeng.trading.tender.document;

import java.util.List;
import java.util.stream.Collectors;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STMerge;

/** One table of a .docx as XHTML, with joined cells and its heading repeated on every page. */
final class WordTable {

    private final XWPFTable table;

    WordTable(XWPFTable table) {
        this.table = table;
    }

    void appendTo(StringBuilder html) {
        var rows = table.getRows();
        int headings = headings(rows);
        html.append("<table>");
        if (headings > 0) {
            html.append("<thead>");
            rows(html, rows, 0, headings, "th");
            html.append("</thead>");
        }
        html.append("<tbody>");
        rows(html, rows, headings, rows.size(), "td");
        html.append("</tbody></table>");
    }

    /** Rows marked to repeat; a first row that is bold throughout counts as one. */
    private static int headings(List<XWPFTableRow> rows) {
        int marked = 0;
        while (marked < rows.size() - 1 && rows.get(marked).isRepeatHeader()) {
            marked++;
        }
        return marked == 0 && rows.size() > 1 && isBold(rows.get(0)) ? 1 : marked;
    }

    private static boolean isBold(XWPFTableRow row) {
        return row.getTableCells().stream()
                .flatMap(cell -> cell.getParagraphs().stream())
                .flatMap(paragraph -> paragraph.getRuns().stream())
                .allMatch(run -> run.isBold() || run.text().isBlank());
    }

    private static void rows(StringBuilder html, List<XWPFTableRow> rows, int from, int to, String tag) {
        for (int r = from; r < to; r++) {
            html.append("<tr>");
            var cells = rows.get(r).getTableCells();
            for (int c = 0; c < cells.size(); c++) {
                cell(html, rows, r, c, to, tag);
            }
            html.append("</tr>");
        }
    }

    private static void cell(StringBuilder html, List<XWPFTableRow> rows, int r, int c, int to, String tag) {
        var cell = rows.get(r).getTableCells().get(c);
        if (continues(cell)) {
            return;
        }
        int down = 1;
        while (r + down < to
                && c < rows.get(r + down).getTableCells().size()
                && continues(rows.get(r + down).getTableCells().get(c))) {
            down++;
        }
        html.append('<').append(tag);
        if (down > 1) {
            html.append(" rowspan=\"").append(down).append('"');
        }
        if (across(cell) > 1) {
            html.append(" colspan=\"").append(across(cell)).append('"');
        }
        html.append('>').append(text(cell)).append("</").append(tag).append('>');
    }

    private static String text(XWPFTableCell cell) {
        return cell.getParagraphs().stream().map(WordToHtml::inline).collect(Collectors.joining("<br/>"));
    }

    private static int across(XWPFTableCell cell) {
        var properties = cell.getCTTc().getTcPr();
        return properties == null || properties.getGridSpan() == null
                ? 1
                : properties.getGridSpan().getVal().intValue();
    }

    private static boolean continues(XWPFTableCell cell) {
        var properties = cell.getCTTc().getTcPr();
        return properties != null
                && properties.getVMerge() != null
                && properties.getVMerge().getVal() != STMerge.RESTART;
    }
}
