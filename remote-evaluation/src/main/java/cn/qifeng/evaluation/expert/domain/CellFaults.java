package cn.qifeng.evaluation.expert.domain;

import cn.qifeng.kernel.Facts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Cells of a workbook that cannot be taken, gathered before anything is refused (单元格错误). */
public final class CellFaults {

    /** How many are named; the others are counted. */
    public static final int SHOWN_MAX = 200;

    private static final int SEEN_MAX = 80;

    private final List<Map<String, Object>> shown = new ArrayList<>();
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
            shown.add(Map.of("sheet", sheet, "cell", cell, "column", column, "seen", cut, "expected", expected));
        }
    }

    /** Refuses with {@link ExpertRefusal#SHEET} unless there is none. */
    public void refuse() {
        if (count > 0) {
            throw ExpertRefusal.SHEET.with(
                    Facts.of("faults", List.copyOf(shown)).and("count", count).map());
        }
    }
}
