package cn.qifeng.evaluation.scoring.domain;

import cn.qifeng.kernel.Facts;
import java.math.BigDecimal;
import java.util.List;

/**
 * When a member owes a written reason for its own points (评分理由): for no points at all on an item of judgement, and,
 * where the total of a bid is extreme, for every item of judgement that is extreme in the same direction. Facts give
 * points by themselves, so an objective item never needs one.
 *
 * @param low part of the full points below which points are extreme
 * @param high part of the full points above which points are extreme
 */
public record ReasonRule(BigDecimal low, BigDecimal high) {

    /** Fixed, because a sheet is judged by it after it was committed to. */
    public static final ReasonRule STANDARD = new ReasonRule(new BigDecimal("0.40"), new BigDecimal("0.95"));

    /** Where an item is passed or not, only what is not passed needs a reason. */
    public static final ReasonRule PASS_OR_FAIL = new ReasonRule(BigDecimal.ZERO, BigDecimal.ONE);

    /** Items of a bid for which a reason is owed and none is written. */
    public List<String> lacking(BidPoints bid, List<ScoreItem> items) {
        var full = items.stream().map(ScoreItem::max).reduce(BigDecimal.ZERO, BigDecimal::add);
        boolean poor = isLow(bid.total(), full);
        boolean rich = isHigh(bid.total(), full);
        return items.stream()
                .filter(item -> !item.objective())
                .filter(item -> {
                    var points = bid.pointsOf(item.item());
                    return points.signum() == 0
                            || poor && isLow(points, item.max())
                            || rich && isHigh(points, item.max());
                })
                .map(ScoreItem::item)
                .filter(item -> bid.reasonOf(item).isBlank())
                .toList();
    }

    /** Refuses a sheet that owes a reason with {@link ScoringRefusal#REASON_OWED}. */
    public void check(Sheet sheet, List<ScoreItem> items) {
        for (var bid : sheet.scores()) {
            for (var item : lacking(bid, items)) {
                throw ScoringRefusal.REASON_OWED.with(Facts.field(
                                "sheet.bids." + bid.label() + "." + item + ".reason",
                                "",
                                "a reason for " + bid.pointsOf(item).toPlainString() + " of a total of " + bid.total())
                        .map());
            }
        }
    }

    private boolean isLow(BigDecimal points, BigDecimal full) {
        return points.compareTo(low.multiply(full)) < 0;
    }

    private boolean isHigh(BigDecimal points, BigDecimal full) {
        return points.compareTo(high.multiply(full)) > 0;
    }
}
