package cn.qifeng.evaluation.scoring.domain;

import java.util.ArrayList;
import java.util.List;

/**
 * What a re-review changed (复评前后对照): points one by one, and where every bid stood before and stands after.
 *
 * @param points changed points in the order of members, bids and items
 * @param before all valid bids by their former rank
 * @param after all valid bids by their rank now
 */
public record ReviewComparison(List<PointChange> points, List<BidStanding> before, List<BidStanding> after) {

    public ReviewComparison {
        points = List.copyOf(points);
        before = List.copyOf(before);
        after = List.copyOf(after);
    }

    /** Compares two reviews; a member who has no former sheet sat in somebody's place and changed nothing of its own. */
    public static ReviewComparison of(
            RevealedSheets former,
            RevealedSheets now,
            List<ScoreItem> items,
            List<String> bidIds,
            EvaluationResult formerResult,
            EvaluationResult result) {
        var changes = new ArrayList<PointChange>();
        for (var sheet : now.sheets()) {
            former.sheets().stream()
                    .filter(it -> it.member().equals(sheet.member()))
                    .findFirst()
                    .ifPresent(it -> changes.addAll(changes(it, sheet, items, bidIds)));
        }
        return new ReviewComparison(changes, BidStanding.of(formerResult), BidStanding.of(result));
    }

    /** What a member gave otherwise in the later of two sheets. */
    public static List<PointChange> changes(
            MemberSheet former, MemberSheet now, List<ScoreItem> items, List<String> bidIds) {
        var changes = new ArrayList<PointChange>();
        for (var bid : bidIds) {
            for (var item : items) {
                var before = former.of(bid).pointsOf(item.item());
                var after = now.of(bid).pointsOf(item.item());
                if (before.compareTo(after) != 0) {
                    var reason = now.of(bid).reasonOf(item.item());
                    changes.add(new PointChange(now.member(), bid, item.item(), before, after, reason));
                }
            }
        }
        return changes;
    }
}
