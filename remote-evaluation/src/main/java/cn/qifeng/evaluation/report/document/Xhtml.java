package cn.qifeng.evaluation.report.document;

import cn.qifeng.kit.document.OfficialSource;
import java.util.List;

/** Builds XHTML out of text that is always escaped. */
final class Xhtml {

    private final StringBuilder text = new StringBuilder();

    Xhtml heading(String content) {
        text.append("<h2>").append(OfficialSource.escape(content)).append("</h2>");
        return this;
    }

    Xhtml paragraph(String content) {
        text.append("<p>").append(OfficialSource.escape(content)).append("</p>");
        return this;
    }

    /** A table; columns whose heading ends in {@code #} hold numbers. */
    Xhtml table(List<String> headings, List<List<String>> rows) {
        text.append("<table><thead><tr>");
        headings.forEach(it -> text.append("<th>")
                .append(OfficialSource.escape(it.replace("#", "")))
                .append("</th>"));
        text.append("</tr></thead><tbody>");
        for (var row : rows) {
            text.append("<tr>");
            for (int i = 0; i < row.size(); i++) {
                text.append(headings.get(i).endsWith("#") ? "<td class=\"num\">" : "<td>")
                        .append(OfficialSource.escape(row.get(i)))
                        .append("</td>");
            }
            text.append("</tr>");
        }
        text.append("</tbody></table>");
        return this;
    }

    /** XHTML that is trusted as it stands. */
    Xhtml raw(String xhtml) {
        text.append(xhtml);
        return this;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
