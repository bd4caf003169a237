package cn.qifeng.evaluation.expert.domain;

import cn.qifeng.kernel.Facts;
import cn.qifeng.trust.json.CanonicalJson;
import com.fasterxml.jackson.databind.node.ArrayNode;

/** Cells of a workbook that cannot be taken, gathered before anything is refused (单元格错误). */
public final class CellFaults {

    /** How many are named; the others are counted. */
    public static final int SHOWN_MAX = 200;

    private static final int SEEN_MAX = 80;

    private final ArrayNode shown = CanonicalJson.object().putArray("faults");
    private int count;

    /**
     * One more.
     *
     * @param cell as a spreadsheet names it, {@code D17}
     * @param column heading of the column
     */
    public void add(String sheet, String cell, String column, String seen, String expected) {
        count++;
        if (shown.size() < SHOWN_MAX) {
            var cut = seen.length() > SEEN_MAX ? seen.substring(0, SEEN_MAX) + "…" : seen;
            shown.addObject()
                    .put("sheet", sheet)
                    .put("cell", cell)
                    .put("column", column)
                    .put("seen", cut)
                    .put("expected", expected);
        }
    }

    /** Refuses with {@link ExpertRefusal#SHEET} unless there is none; {@code faults} is JSON, as facts are texts. */
    public void refuse() {
        if (count > 0) {
            throw ExpertRefusal.SHEET.with(
                    Facts.of("faults", shown.toString()).and("count", count).map());
        }
    }
}
