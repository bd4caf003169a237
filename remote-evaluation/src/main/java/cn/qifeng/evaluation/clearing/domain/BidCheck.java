package cn.qifeng.evaluation.clearing.domain;

import cn.qifeng.kernel.Facts;
import java.math.BigDecimal;

/** Goes through one bid's bill once: items, summary and given figures. */
final class BidCheck implements SheetVisitor {

    private final FindingList found = new FindingList();
    private final Summary summary = new Summary();
    private final Thresholds thresholds;
    private final ItemCheck items;
    private final GivenCheck given;
    private String sheet = "";
    private boolean headed;

    BidCheck(TenderBill tender, Thresholds thresholds) {
        this.thresholds = thresholds;
        this.items = new ItemCheck(tender, thresholds, found);
        this.given = new GivenCheck(tender, found);
    }

    @Override
    public boolean begin(String name) {
        sheet = name;
        if (Columns.isItems(name)) {
            items.begin(name);
            return true;
        }
        if (Summary.is(name)) {
            summary.begin(name);
            return true;
        }
        given.begin(name);
        return given.wants(name);
    }

    @Override
    public void row(SheetRow row) {
        if (Columns.isItems(sheet)) {
            items.take(row);
        } else if (Summary.is(sheet)) {
            summary.take(row);
        } else {
            given.take(row);
        }
    }

    @Override
    public void end() {
        headed |= Columns.isItems(sheet) && items.headed();
    }

    /** What the whole bill showed; refuses with {@link ClearingRefusal#NO_ITEMS} one without a sheet of items. */
    BidFindings findings(String bidId, BigDecimal price) {
        if (!headed) {
            throw ClearingRefusal.NO_ITEMS.with(
                    Facts.field("sheets", sheet, "表-08: 项目编码, 工程量, 综合单价, 合价").map());
        }
        items.omissions();
        summary.check(items, price, thresholds, found);
        given.omissions();
        return found.of(bidId, items.items());
    }

    BidPrices prices() {
        return items.prices();
    }
}
