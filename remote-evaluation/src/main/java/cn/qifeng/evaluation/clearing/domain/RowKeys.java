package cn.qifeng.evaluation.clearing.domain;

import java.util.HashMap;
import java.util.Map;

/** Names rows of a small sheet by their words, so that a row is found again wherever it stands in another workbook. */
final class RowKeys {

    private final Map<String, Integer> met = new HashMap<>();

    /** The words of the row from its second column on, and how often they were met; empty where there are none. */
    String of(SheetRow row) {
        var words = new StringBuilder();
        for (int i = 1; i < row.columns(); i++) {
            if (!row.text(i).isEmpty() && row.number(i).isEmpty()) {
                words.append(Cells.bare(row.text(i))).append('|');
            }
        }
        return words.isEmpty() ? "" : words + "#" + met.merge(words.toString(), 1, Integer::sum);
    }

    /** The first words of the row. */
    static String name(SheetRow row) {
        for (int i = 1; i < row.columns(); i++) {
            if (!row.text(i).isEmpty() && row.number(i).isEmpty()) {
                return row.text(i);
            }
        }
        return "";
    }
}
