package cn.qifeng.evaluation.scoring.domain;

import cn.qifeng.kernel.Facts;
import java.math.BigDecimal;
import java.util.List;

/** Score sheet (评分表) of one member: points for every bid and item. */
public record Sheet(String reason, List<BidPoints> scores) {

    private static final int DECIMALS_MAX = 2;

    public Sheet {
        scores = List.copyOf(scores);
    }

    /** Refuses a sheet that does not answer exactly these labels and items, or gives points out of range. */
    public void check(List<String> labels, List<ScoreItem> items, boolean again) {
        same("sheet.bids", scores.stream().map(BidPoints::label).toList(), labels);
        if (again && reason.isBlank()) {
            throw ScoringRefusal.REASON_NEEDED.with(
                    Facts.field("sheet.reason", reason, "text, where it is written once more")
                            .map());
        }
        for (var bid : scores) {
            same(
                    "sheet.bids." + bid.label(),
                    bid.items().stream().map(ItemPoints::item).toList(),
                    items.stream().map(ScoreItem::item).toList());
            for (int i = 0; i < items.size(); i++) {
                range(bid.label(), bid.items().get(i), items.get(i).max());
            }
        }
    }

    /** Refuses points that neither pass an item nor fail it, where an item is passed or not. */
    public void checkPassOrFail() {
        for (var bid : scores) {
            for (var one : bid.items()) {
                var points = one.points();
                if (points.signum() != 0 && points.compareTo(BigDecimal.ONE) != 0) {
                    throw ScoringRefusal.POINTS_OUT_OF_RANGE.with(Facts.field(
                                    "sheet.bids." + bid.label() + "." + one.item(), points.toPlainString(), "0 or 1")
                            .map());
                }
            }
        }
    }

    private static void range(String label, ItemPoints seen, BigDecimal max) {
        var points = seen.points();
        if (points.signum() < 0 || points.compareTo(max) > 0 || points.scale() > DECIMALS_MAX) {
            throw ScoringRefusal.POINTS_OUT_OF_RANGE.with(
                    Facts.field("sheet.bids." + label + "." + seen.item(), points.toPlainString(), "0.00.." + max)
                            .map());
        }
    }

    private static void same(String field, List<String> seen, List<String> expected) {
        if (!seen.equals(expected)) {
            throw ScoringRefusal.SHEET_INCOMPLETE.with(
                    Facts.field(field, seen, expected).map());
        }
    }
}
