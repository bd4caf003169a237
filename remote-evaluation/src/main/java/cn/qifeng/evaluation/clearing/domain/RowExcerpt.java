package cn.qifeng.evaluation.clearing.domain;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A few rows of a workbook around one (清单片段), with the headings of their sheet.
 *
 * @param headings texts of the row of headings; empty for a sheet without those of items
 * @param row the row in the middle, as the sheet numbers it
 */
public record RowExcerpt(String sheet, int row, List<String> headings, List<Line> lines) {

    private static final int AROUND = 3;
    private static final int COLUMNS_MAX = 26;

    /** One row: its number and the texts of its cells. */
    public record Line(int row, List<String> cells) {}

    /** The rows around one that the sheet numbers so; nothing of a sheet that no clearing reads, such as the cover. */
    public static Optional<RowExcerpt> ofRow(byte[] xlsx, BillSheets sheets, String sheet, int number) {
        return isCleared(sheet)
                ? read(xlsx, sheets, new Around(name -> name.equals(sheet), row -> row.row() == number))
                : Optional.empty();
    }

    private static boolean isCleared(String sheet) {
        return Columns.isItems(sheet) || Summary.is(sheet) || TenderBill.givesFigures(sheet);
    }

    /** The rows around the item with this code. */
    public static Optional<RowExcerpt> ofItem(byte[] xlsx, BillSheets sheets, String code) {
        var around = new Around(Columns::isItems, null);
        around.wanted =
                row -> around.columns != null && row.text(around.columns.code()).equals(code);
        return read(xlsx, sheets, around);
    }

    private static Optional<RowExcerpt> read(byte[] xlsx, BillSheets sheets, Around around) {
        sheets.read(xlsx, around);
        return Optional.ofNullable(around.found);
    }

    /** Keeps the last rows, until the wanted one is met, and takes the next ones too. */
    private static final class Around implements SheetVisitor {

        private final Predicate<String> sheets;
        private final Deque<Line> last = new ArrayDeque<>();
        private Predicate<SheetRow> wanted;
        private Columns columns;
        private List<String> headings = List.of();
        private String sheet = "";
        private RowExcerpt found;

        private Around(Predicate<String> sheets, Predicate<SheetRow> wanted) {
            this.sheets = sheets;
            this.wanted = wanted;
        }

        @Override
        public boolean begin(String name) {
            sheet = name;
            columns = null;
            headings = List.of();
            last.clear();
            return found == null && sheets.test(name);
        }

        @Override
        public void row(SheetRow row) {
            if (found != null) {
                if (row.row() <= found.row() + AROUND && sheet.equals(found.sheet())) {
                    found.lines().add(line(row));
                }
                return;
            }
            last.add(line(row));
            if (wanted.test(row)) {
                found = new RowExcerpt(sheet, row.row(), headings, new ArrayList<>(last));
            }
            heading(row);
            if (last.size() > AROUND) {
                last.remove();
            }
        }

        private void heading(SheetRow row) {
            if (columns == null) {
                columns = Columns.in(row).orElse(null);
                headings = columns == null ? headings : line(row).cells();
            }
        }

        @Override
        public void end() {
            // rows of one sheet only
        }

        private static Line line(SheetRow row) {
            var cells = new ArrayList<String>();
            for (int i = 0; i < Math.min(row.columns(), COLUMNS_MAX); i++) {
                cells.add(row.text(i));
            }
            return new Line(row.row(), cells);
        }
    }
}
