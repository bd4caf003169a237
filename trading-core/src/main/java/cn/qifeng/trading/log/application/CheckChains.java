package cn.qifeng.trading.log.application;

import cn.qifeng.kernel.Refused;
import cn.qifeng.trading.log.domain.LogDifference.Kind;
import cn.qifeng.trading.log.domain.StoredLog;
import cn.qifeng.trading.log.domain.StoredLog.End;
import cn.qifeng.trading.log.domain.StoredLog.Link;
import cn.qifeng.trust.hash.Hex;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.log.EntryHead;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Follows every tender's chain from its first entry to its end. */
final class CheckChains {

    private static final int LINKS = 200;

    private final StoredLog log;
    private final Differences differences;

    CheckChains(StoredLog log, Differences differences) {
        this.log = log;
        this.differences = differences;
    }

    void all() {
        Optional<End> end = Optional.of(new End("", 0, ""));
        while (end.isPresent()) {
            String last = end.get().tender();
            end = QuarkusTransaction.requiringNew().call(() -> log.endAfter(last));
            end.ifPresent(this::follow);
        }
    }

    /** Entries that came after the end was read do not count. */
    private void follow(End end) {
        long n = 0;
        String hash = Hex.encode(EntryHead.NO_PREV);
        for (var links = links(end, n); n < end.n() && !links.isEmpty(); links = links(end, n)) {
            for (var link : links) {
                String place = "chain " + end.tender() + "/" + link.n();
                differences.unlessSame(Kind.CHAIN, place, (n + 1) + " " + hash, link.n() + " " + prev(link));
                n = link.n();
                hash = link.hash();
                if (n == end.n()) {
                    break;
                }
            }
        }
        differences.unlessSame(Kind.CHAIN, "chain " + end.tender(), n + " " + hash, end.n() + " " + end.hash());
    }

    private List<Link> links(End end, long n) {
        return QuarkusTransaction.requiringNew().call(() -> log.links(end.tender(), n, LINKS));
    }

    private static String prev(Link link) {
        try {
            var place = EntryHead.from(CanonicalJson.decode(link.head().getBytes(StandardCharsets.UTF_8)))
                    .place();
            return place == null ? "none" : Hex.encode(place.prev());
        } catch (Refused unreadable) {
            return "unreadable";
        }
    }
}
