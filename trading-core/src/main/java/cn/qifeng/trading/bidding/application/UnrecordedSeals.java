package cn.qifeng.trading.bidding.application;

import cn.qifeng.kernel.LotId;
import cn.qifeng.trading.bidding.domain.LotKeys;
import cn.qifeng.trading.bidding.domain.Traces;
import cn.qifeng.trading.tender.application.Lots;
import cn.qifeng.trust.hash.Sm3;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.json.Fields;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * Seals and withdrawals that were received in time and are not recorded (已收到、未记录的封标与撤回): a node stamped them before the deadline, and
 * came back with them when the bid list was taken (trust.md section 5).
 */
@ApplicationScoped
public class UnrecordedSeals {

    private final Lots lots;
    private final LotKeys keys;
    private final Traces traces;

    UnrecordedSeals(Lots lots, LotKeys keys, Traces traces) {
        this.lots = lots;
        this.keys = keys;
        this.traces = traces;
    }

    /**
     * One of them; whose it is stays with the bidder that holds the refusal.
     *
     * @param stamp legal time of its last byte
     * @param refusal SM3 of the signed refusal's document, hex
     */
    public record Unrecorded(Instant stamp, String refusal) {}

    /** Those of a published lot, the earliest first. */
    @Transactional
    public List<Unrecorded> of(LotId lot) {
        return traces.of(LotKeyOf.published(lots, keys, lot), Traces.Kind.UNRECORDED).stream()
                .map(trace -> unrecorded((ObjectNode) trace.get("doc")))
                .sorted(Comparator.comparing(Unrecorded::stamp).thenComparing(Unrecorded::refusal))
                .toList();
    }

    private static Unrecorded unrecorded(ObjectNode doc) {
        return new Unrecorded(Fields.of(doc).moment("stamp"), Sm3.hex(CanonicalJson.encode(doc)));
    }
}
