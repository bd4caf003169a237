package cn.qifeng.evaluation.clearing.domain;

/** Tells the rows of a sheet of items apart: headings, divisions, items, sub-totals, total. */
abstract class ItemRows {

    private static final String SUBTOTAL = "分部小计";
    private static final String PAGE = "本页小计";
    private static final String TOTAL = "合计";

    private Columns columns;

    /** A new sheet begins. */
    void restart() {
        columns = null;
    }

    /** Whether the headings were found. */
    boolean headed() {
        return columns != null;
    }

    void take(SheetRow row) {
        if (columns == null) {
            columns = Columns.in(row).orElse(null);
            return;
        }
        if (isCode(row.text(columns.code()))) {
            item(row, columns);
        } else if (!has(row, PAGE)) {
            betweenItems(row);
        }
    }

    private void betweenItems(SheetRow row) {
        if (has(row, SUBTOTAL)) {
            subtotal(row, columns);
        } else if (has(row, TOTAL)) {
            total(row, columns);
        } else if (isItem(row)) {
            item(row, columns);
        } else if (!Columns.text(row, columns.name()).isEmpty()) {
            division(Columns.text(row, columns.name()));
        }
    }

    abstract void division(String name);

    abstract void item(SheetRow row, Columns at);

    abstract void subtotal(SheetRow row, Columns at);

    abstract void total(SheetRow row, Columns at);

    private static boolean isCode(String text) {
        return !text.isEmpty() && text.charAt(0) >= '0' && text.charAt(0) <= '9';
    }

    private boolean isItem(SheetRow row) {
        return !row.text(columns.code()).isEmpty()
                || !row.text(columns.quantity()).isEmpty()
                || !row.text(columns.price()).isEmpty();
    }

    private boolean has(SheetRow row, String word) {
        int last = Math.max(columns.code(), columns.name());
        for (int i = 0; i <= last; i++) {
            if (row.text(i).equals(word)) {
                return true;
            }
        }
        return false;
    }
}
