package cn.qifeng.trading.opening.domain;

import cn.qifeng.kernel.Facts;
import java.util.ArrayList;
import java.util.List;

/**
 * What becomes of the bids that are held because their stamp straddles the deadline (待裁定投标的裁定): all of them at once,
 * by times and cause, before a name is read. In force when procuring entity and supervisor have signed the same.
 *
 * @param lines one for each held bid, in the order of the bid list
 * @param reason why, in the words of who signed first
 */
public record HeldDecision(List<Line> lines, String reason, List<RecordSignature> signatures) {

    /**
     * One held bid.
     *
     * @param headerHash SM3 of its header, hex
     * @param admitted whether it counts as handed in on time
     */
    public record Line(String bidId, String headerHash, boolean admitted) {}

    public HeldDecision {
        lines = List.copyOf(lines);
        signatures = List.copyOf(signatures);
    }

    /** Whether procuring entity and supervisor have both signed. */
    public boolean inForce() {
        return signatures.size() == 2;
    }

    /** Whether it decides the same, with the same reason, as another. */
    public boolean same(HeldDecision other) {
        return lines.equals(other.lines) && reason.equals(other.reason);
    }

    /** Refuses with {@link OpeningRefusal#STATEMENT} unless it decides exactly these bids. */
    void requireAbout(List<ListedBid> held) {
        var expected =
                held.stream().map(bid -> bid.bidId() + " " + bid.headerHash()).toList();
        var seen = lines.stream()
                .map(line -> line.bidId() + " " + line.headerHash())
                .toList();
        if (!seen.equals(expected)) {
            throw OpeningRefusal.STATEMENT.with(
                    Facts.field("decisions", seen, expected).map());
        }
    }

    /** The same with one more signature; each capacity signs once. */
    HeldDecision sign(RecordSignature signature) {
        if (signatures.stream().anyMatch(one -> one.capacity() == signature.capacity())) {
            throw OpeningRefusal.SIGNED.refused();
        }
        var more = new ArrayList<>(signatures);
        more.add(signature);
        return new HeldDecision(lines, reason, more);
    }

    /** Whether it lets this bid in. */
    boolean admits(ListedBid bid) {
        return lines.stream()
                .anyMatch(line -> line.admitted() && line.headerHash().equals(bid.headerHash()));
    }
}
