package cn.qifeng.evaluation.scoring.domain;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * The sheets of the preliminary review of all members (全体初步评审意见).
 *
 * @param byMember judgements by bid id, by certificate id of the member
 */
public record RevealedJudgements(Map<String, Map<String, BidJudgements>> byMember) {

    public RevealedJudgements {
        byMember = Map.copyOf(byMember);
    }

    /** What one member says about one bid. */
    public record Said(String member, Judgement judgement) {}

    /** Everything that members did not pass of a bid, in the order of the items and then of the members. */
    public List<Said> failed(String bidId, List<String> items) {
        return byMember.entrySet().stream()
                .flatMap(sheet -> sheet.getValue().get(bidId).failed().stream().map(it -> new Said(sheet.getKey(), it)))
                .sorted(Comparator.comparing(
                                (Said it) -> items.indexOf(it.judgement().item()))
                        .thenComparing(Said::member))
                .toList();
    }

    /** How many members passed an item of a bid. */
    public long passed(String bidId, String item) {
        return byMember.values().stream()
                .flatMap(it -> it.get(bidId).items().stream())
                .filter(it -> it.item().equals(item) && it.passed())
                .count();
    }
}
