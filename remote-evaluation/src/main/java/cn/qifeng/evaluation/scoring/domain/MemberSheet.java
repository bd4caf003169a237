package cn.qifeng.evaluation.scoring.domain;

import java.util.HashMap;
import java.util.Map;
import java.util.NoSuchElementException;

/**
 * A revealed sheet, by the bids instead of the labels under which its member saw them (已揭示的评分).
 *
 * @param member certificate id, hex
 * @param points what the member gave each bid, by bid id
 */
public record MemberSheet(String member, Map<String, BidPoints> points) {

    public MemberSheet {
        points = Map.copyOf(points);
    }

    /**
     * The sheet of a member who saw the bids under these labels.
     *
     * @throws NoSuchElementException when it scores a label that no bid has
     */
    public static MemberSheet under(Labels labels, String member, Sheet sheet) {
        var bids = new HashMap<String, String>();
        var all = labels.all();
        for (int i = 0; i < all.size(); i++) {
            bids.put(all.get(i), labels.bidIds().get(i));
        }
        var points = new HashMap<String, BidPoints>();
        sheet.scores().forEach(it -> points.putIfAbsent(known(bids, it.label()), it));
        return new MemberSheet(member, points);
    }

    /** What this member gave a bid; throws {@link NoSuchElementException} for a bid that was not scored. */
    public BidPoints of(String bidId) {
        return known(points, bidId);
    }

    private static <T> T known(Map<String, T> points, String key) {
        var found = points.get(key);
        if (found == null) {
            throw new NoSuchElementException("no points: " + key);
        }
        return found;
    }
}
