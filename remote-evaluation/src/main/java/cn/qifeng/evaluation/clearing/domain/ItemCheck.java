package cn.qifeng.evaluation.clearing.domain;

import static cn.qifeng.evaluation.clearing.domain.FindingKind.ADDED;
import static cn.qifeng.evaluation.clearing.domain.FindingKind.DUPLICATE;
import static cn.qifeng.evaluation.clearing.domain.FindingKind.FEATURE_CHANGED;
import static cn.qifeng.evaluation.clearing.domain.FindingKind.NAME_CHANGED;
import static cn.qifeng.evaluation.clearing.domain.FindingKind.NOT_A_NUMBER;
import static cn.qifeng.evaluation.clearing.domain.FindingKind.OMITTED;
import static cn.qifeng.evaluation.clearing.domain.FindingKind.PRICE_MISSING;
import static cn.qifeng.evaluation.clearing.domain.FindingKind.PRICE_NOT_POSITIVE;
import static cn.qifeng.evaluation.clearing.domain.FindingKind.QUANTITY_CHANGED;
import static cn.qifeng.evaluation.clearing.domain.FindingKind.SUBTOTAL;
import static cn.qifeng.evaluation.clearing.domain.FindingKind.TOTAL;
import static cn.qifeng.evaluation.clearing.domain.FindingKind.UNIT_CHANGED;

import cn.qifeng.evaluation.clearing.domain.FindingList.Named;
import java.math.BigDecimal;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;

/** Holds the items of one bid (表-08) against the tender's, and adds them up. */
final class ItemCheck extends ItemRows {

    private final TenderBill tender;
    private final Thresholds thresholds;
    private final FindingList found;
    private final BidPrices prices;
    private final LineCheck lines;
    private final BitSet met = new BitSet();
    private final Map<String, BigDecimal> divisions = new LinkedHashMap<>();
    private String sheet = "";
    private String division = "";
    private BigDecimal sum = BigDecimal.ZERO;
    private BigDecimal all = BigDecimal.ZERO;
    private int items;

    ItemCheck(TenderBill tender, Thresholds thresholds, FindingList found) {
        this.tender = tender;
        this.thresholds = thresholds;
        this.found = found;
        this.prices = new BidPrices(tender.size());
        this.lines = new LineCheck(thresholds, found);
    }

    void begin(String name) {
        sheet = name;
        prices.begin(name);
        restart();
    }

    /** Rows of items that were read. */
    int items() {
        return items;
    }

    BidPrices prices() {
        return prices;
    }

    /** Sub-totals by the bare names of their divisions. */
    Map<String, BigDecimal> divisions() {
        return divisions;
    }

    /** All items together, as they stand. */
    BigDecimal all() {
        return all;
    }

    /** Tells the items that never came. */
    void omissions() {
        for (int i = met.nextClearBit(0); i < tender.size(); i = met.nextClearBit(i + 1)) {
            var item = tender.item(i);
            found.add(OMITTED, item.place(), item.code(), item.name(), "", item.code() + " " + item.name());
        }
    }

    @Override
    void division(String name) {
        division = name;
    }

    @Override
    void item(SheetRow row, Columns at) {
        items++;
        var named = new Named(row.text(at.code()), Columns.text(row, at.name()));
        int index = named.code().isEmpty() ? -1 : tender.indexOf(named.code());
        boolean again = index >= 0 && met.get(index);
        if (index < 0) {
            found.add(ADDED, place(row, at.code()), named.code(), named.name(), named.code() + " " + named.name(), "");
        } else if (again) {
            found.add(DUPLICATE, place(row, at.code()), named.code(), named.name(), named.code(), "");
        }
        boolean comparable = index >= 0 && !again && compare(row, at, named, tender.item(index));
        price(row, at, named, comparable ? index : -1);
        sum = sum.add(lines.amount(sheet, row, at, named));
        if (index >= 0) {
            met.set(index);
        }
    }

    @Override
    void subtotal(SheetRow row, Columns at) {
        require(SUBTOTAL, row, at, sum, division);
        divisions.put(Summary.bare(division), row.number(at.amount()).orElse(sum));
        all = all.add(sum);
        sum = BigDecimal.ZERO;
    }

    @Override
    void total(SheetRow row, Columns at) {
        all = all.add(sum);
        sum = BigDecimal.ZERO;
        require(TOTAL, row, at, all, "合计");
    }

    /** Name, description, unit and quantity; whether its price may be compared with others'. */
    private boolean compare(SheetRow row, Columns at, Named named, TenderItem item) {
        words(NAME_CHANGED, row, at.name(), named, item.name());
        words(FEATURE_CHANGED, row, at.feature(), named, item.feature());
        boolean sameUnit = words(UNIT_CHANGED, row, at.unit(), named, item.unit());
        var quantity = row.number(at.quantity());
        if (quantity.isEmpty() || quantity.get().compareTo(item.quantity()) != 0) {
            found.add(new Finding(
                    QUANTITY_CHANGED,
                    QUANTITY_CHANGED.severity(),
                    place(row, at.quantity()),
                    named.code(),
                    named.name(),
                    quantity.map(Cells::plain).orElse(row.text(at.quantity())),
                    Cells.plain(item.quantity()),
                    quantity.flatMap(it -> Cells.off(it, item.quantity()))));
        }
        return sameUnit;
    }

    private boolean words(FindingKind kind, SheetRow row, int column, Named named, String expected) {
        var seen = Columns.text(row, column);
        if (Cells.same(seen, expected)) {
            return true;
        }
        found.add(kind, place(row, Math.max(0, column)), named.code(), named.name(), seen, expected);
        return false;
    }

    private void price(SheetRow row, Columns at, Named named, int index) {
        var price = row.number(at.price());
        if (price.isPresent() && price.get().signum() > 0) {
            if (index >= 0) {
                prices.put(index, price.get(), row.row(), at.price());
            }
            return;
        }
        var text = row.text(at.price());
        if (price.isPresent()) {
            found.add(PRICE_NOT_POSITIVE, place(row, at.price()), named.code(), named.name(), text, "> 0");
        } else if (text.isEmpty()) {
            found.add(PRICE_MISSING, place(row, at.price()), named.code(), named.name(), "", "综合单价");
        } else {
            found.add(NOT_A_NUMBER, place(row, at.price()), named.code(), named.name(), text, "综合单价");
        }
    }

    private void require(FindingKind kind, SheetRow row, Columns at, BigDecimal expected, String name) {
        var place = place(row, at.amount());
        var seen = row.number(at.amount());
        if (seen.isEmpty()) {
            found.add(kind, place, "", name, row.text(at.amount()), Cells.yuan(expected));
        } else if (seen.get().compareTo(expected) != 0) {
            found.off(kind, place, new Named("", name), seen.get(), expected, thresholds.roundingYuan());
        }
    }

    private Place place(SheetRow row, int column) {
        return Place.of(sheet, row.row(), column);
    }
}
