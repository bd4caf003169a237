package cn.qifeng.evaluation.clearing.domain;

import cn.qifeng.kernel.Facts;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The tender's bill as bids are held against it (招标工程量清单): its items, and the figures that it gives. */
public final class TenderBill {

    private final List<TenderItem> items = new ArrayList<>();
    private final Map<String, Integer> byCode = new HashMap<>();
    private final Map<String, Map<String, List<GivenFigure>>> given = new LinkedHashMap<>();

    private TenderBill() {}

    /** Reads it; refuses with {@link ClearingRefusal#NO_ITEMS} a workbook without items, and as {@link BillSheets} does. */
    public static TenderBill read(byte[] xlsx, BillSheets sheets) {
        var bill = new TenderBill();
        sheets.read(xlsx, bill.new Reading());
        if (bill.items.isEmpty()) {
            throw ClearingRefusal.NO_ITEMS.with(
                    Facts.field("sheets", "no items", "表-08").map());
        }
        return bill;
    }

    /** The items in the order of the bill. */
    public List<TenderItem> items() {
        return List.copyOf(items);
    }

    /** Number of the item with this code, from 0; −1 for a code that the bill does not have. */
    int indexOf(String code) {
        return byCode.getOrDefault(code, byCode.getOrDefault("0" + code, -1));
    }

    TenderItem item(int index) {
        return items.get(index);
    }

    int size() {
        return items.size();
    }

    /** Figures by the words of their rows, by sheet. */
    Map<String, Map<String, List<GivenFigure>>> given() {
        return given;
    }

    static boolean givesFigures(String sheet) {
        return sheet.startsWith("表-1") || sheet.startsWith("表-2");
    }

    /** Takes items from 表-08 and given figures from 表-11 on. */
    private final class Reading extends ItemRows implements SheetVisitor {

        private String sheet = "";
        private RowKeys keys = new RowKeys();

        @Override
        public boolean begin(String name) {
            sheet = name;
            keys = new RowKeys();
            restart();
            return Columns.isItems(name) || givesFigures(name);
        }

        @Override
        public void row(SheetRow row) {
            if (Columns.isItems(sheet)) {
                take(row);
            } else {
                figures(row);
            }
        }

        @Override
        public void end() {
            // a sheet leaves nothing open
        }

        @Override
        void item(SheetRow row, Columns at) {
            var code = row.text(at.code());
            if (code.isEmpty() || byCode.putIfAbsent(code, items.size()) != null) {
                return;
            }
            items.add(new TenderItem(
                    Place.of(sheet, row.row(), at.code()).inTender(),
                    code,
                    Columns.text(row, at.name()),
                    Columns.text(row, at.feature()),
                    Columns.text(row, at.unit()),
                    row.number(at.quantity()).orElse(BigDecimal.ZERO)));
        }

        @Override
        void division(String name) {
            // divisions are checked where they are priced
        }

        @Override
        void subtotal(SheetRow row, Columns at) {
            // empty in the tender's bill
        }

        @Override
        void total(SheetRow row, Columns at) {
            // empty in the tender's bill
        }

        private void figures(SheetRow row) {
            var key = keys.of(row);
            for (int i = 1; i < row.columns() && !key.isEmpty(); i++) {
                int column = i;
                row.number(i)
                        .ifPresent(value -> given.computeIfAbsent(sheet, any -> new LinkedHashMap<>())
                                .computeIfAbsent(key, any -> new ArrayList<>())
                                .add(new GivenFigure(
                                        Place.of(sheet, row.row(), column).inTender(),
                                        column,
                                        RowKeys.name(row),
                                        value)));
            }
        }
    }
}
