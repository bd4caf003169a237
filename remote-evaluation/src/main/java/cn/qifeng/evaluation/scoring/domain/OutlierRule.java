package cn.qifeng.evaluation.scoring.domain;

import java.math.BigDecimal;
import java.util.List;

/**
 * When a member's total for a bid lies so far from the mean of all members that it needs a written reason (评分偏离): the
 * others' sheets are sealed before, so it can only be asked after the revealing.
 *
 * @param tolerance part of the mean by which a total may differ
 */
public record OutlierRule(BigDecimal tolerance) {

    /** Fixed, because a round is judged by it after its sheets were committed to. */
    public static final OutlierRule STANDARD = new OutlierRule(new BigDecimal("0.25"));

    /** A member's total for a bid that lies outside, without a word on any item of judgement. */
    public record Outlier(String member, String bidId) {}

    /** Totals that lie outside and are not explained, in the order of the bids. */
    public List<Outlier> unexplained(RevealedSheets sheets, List<ScoreItem> items, List<String> bidIds) {
        return bidIds.stream()
                .flatMap(bid -> sheets.sheets().stream()
                        .filter(sheet -> isOutside(sheet.of(bid).total(), sheets.technical(bid)))
                        .filter(sheet -> !explained(sheet.of(bid), items))
                        .map(sheet -> new Outlier(sheet.member(), bid)))
                .toList();
    }

    private boolean isOutside(BigDecimal total, BigDecimal mean) {
        return total.subtract(mean).abs().compareTo(tolerance.multiply(mean)) > 0;
    }

    private static boolean explained(BidPoints bid, List<ScoreItem> items) {
        return items.stream()
                .filter(item -> !item.objective())
                .anyMatch(item -> !bid.reasonOf(item.item()).isBlank());
    }
}
