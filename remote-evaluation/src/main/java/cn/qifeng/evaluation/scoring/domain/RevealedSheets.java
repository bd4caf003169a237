package cn.qifeng.evaluation.scoring.domain;

import cn.qifeng.kernel.score.TechnicalMean;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;

/** The sheets of all members of one round (全体评分). */
public record RevealedSheets(List<MemberSheet> sheets) {

    public RevealedSheets {
        sheets = List.copyOf(sheets);
    }

    /** Objective items, as {@code bidId/item}, for which the members gave different points (客观分不一致). */
    public List<String> objectiveDifferences(List<ScoreItem> items, List<String> bidIds) {
        return items.stream()
                .filter(ScoreItem::objective)
                .flatMap(item ->
                        bidIds.stream().filter(bid -> differs(bid, item.item())).map(bid -> bid + "/" + item.item()))
                .toList();
    }

    /** Technical score of a bid: mean of the members' totals, HALF_UP to two decimals. */
    public BigDecimal technical(String bidId) {
        return TechnicalMean.of(sheets.stream().map(it -> it.of(bidId).total()).toList());
    }

    /** Items, as {@code bidId/item}, that more than half of the members did not pass, where an item is passed or not. */
    public List<String> notPassed(List<ScoreItem> items, List<String> bidIds) {
        return bidIds.stream()
                .flatMap(bid -> items.stream()
                        .filter(item -> 2 * failing(bid, item.item()) > sheets.size())
                        .map(item -> bid + "/" + item.item()))
                .toList();
    }

    /** Grounds of rejection that members found in a bid while scoring it, by ground and then by member. */
    public List<Defect> defects(String bidId) {
        return sheets.stream()
                .sorted(Comparator.comparing(MemberSheet::member))
                .flatMap(it -> it.of(bidId).defect().stream())
                .sorted(Comparator.comparing(Defect::code))
                .toList();
    }

    private long failing(String bid, String item) {
        return sheets.stream()
                .filter(it -> it.of(bid).pointsOf(item).signum() == 0)
                .count();
    }

    private boolean differs(String bidId, String item) {
        var first = sheets.get(0).of(bidId).pointsOf(item);
        return sheets.stream().anyMatch(it -> it.of(bidId).pointsOf(item).compareTo(first) != 0);
    }
}
