package cn.qifeng.evaluation.rework.domain;

import cn.qifeng.kernel.Facts;
import java.util.List;

/**
 * A re-review (复评) as the supervisor approved it.
 *
 * @param number of the lot's requests, from 1
 * @param report SM3 of the report that it replaces, hex
 * @param law where the ground stands
 * @param places what may change, and nothing else
 * @param baseline round of the sheets on which the former report rests
 * @param done whether its own report is signed
 */
public record Rework(
        int number,
        String report,
        String ground,
        String law,
        String reason,
        String evidence,
        String decision,
        List<ReworkPlace> places,
        int baseline,
        boolean done) {

    public Rework {
        places = List.copyOf(places);
    }

    /** Whether an item of a bid may get other points. */
    public boolean covers(String bidId, String item) {
        return places.stream()
                .anyMatch(it -> it.bidId().equals(bidId) && it.items().contains(item));
    }

    /** Whether anything of a bid may change. */
    public boolean covers(String bidId) {
        return places.stream().anyMatch(it -> it.bidId().equals(bidId));
    }

    /** Refuses an act over a bid that the approval does not name. */
    public void requireCovered(String bidId) {
        if (!covers(bidId)) {
            throw ReworkRefusal.OUTSIDE_SCOPE.with(Facts.field(
                            "bidId",
                            bidId,
                            places.stream().map(ReworkPlace::bidId).toList())
                    .map());
        }
    }

    /** The same, its report signed. */
    public Rework concluded() {
        return new Rework(number, report, ground, law, reason, evidence, decision, places, baseline, true);
    }
}
