package cn.qifeng.evaluation.clearing.domain;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which column is what in a sheet of items (表-08), told by its headings. */
record Columns(int code, int name, int feature, int unit, int quantity, int price, int amount) {

    private static final int ABSENT = -1;
    private static final List<String> NEEDED = List.of("项目编码", "工程量", "综合单价", "合价");

    /** The columns, if this row has the headings of a sheet of items. */
    static Optional<Columns> in(SheetRow row) {
        Map<String, Integer> found = new HashMap<>();
        for (int i = 0; i < row.columns(); i++) {
            found.putIfAbsent(row.text(i).replaceAll("\\s", ""), i);
        }
        if (!found.keySet().containsAll(NEEDED)) {
            return Optional.empty();
        }
        return Optional.of(new Columns(
                found.get("项目编码"),
                found.getOrDefault("项目名称", ABSENT),
                found.getOrDefault("项目特征描述", found.getOrDefault("项目特征", ABSENT)),
                found.getOrDefault("计量单位", ABSENT),
                found.get("工程量"),
                found.get("综合单价"),
                found.get("合价")));
    }

    static boolean isItems(String sheet) {
        return sheet.startsWith("表-08");
    }

    static String text(SheetRow row, int column) {
        return column == ABSENT ? "" : row.text(column);
    }
}
