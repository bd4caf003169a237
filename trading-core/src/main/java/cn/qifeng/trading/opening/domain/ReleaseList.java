package cn.qifeng.trading.opening.domain;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * What became of every live bid in the release window (放行清单), by bid id. Once its entry is under a published head the
 * coefficient is drawn, and exactly the released bids are opened.
 *
 * @param hash content hash of its entry; {@code null} until written
 * @param opensAt when the window was opened
 * @param closesAt when it was closed, with all extensions
 */
public record ReleaseList(String hash, Instant opensAt, Instant closesAt, List<ReleaseLine> lines) {

    /** Sorted by bid id. */
    public ReleaseList {
        lines = lines.stream().sorted(Comparator.comparing(ReleaseLine::bidId)).toList();
    }

    /** The list as an entry of the chain with this content hash. */
    public ReleaseList written(String entryHash) {
        return new ReleaseList(entryHash, opensAt, closesAt, lines);
    }

    /** The line of a bid; throws {@link IllegalStateException} for a bid that was not live. */
    public ReleaseLine line(String bidId) {
        return lines.stream()
                .filter(line -> line.bidId().equals(bidId))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("bid " + bidId + " is not in the release list"));
    }
}
