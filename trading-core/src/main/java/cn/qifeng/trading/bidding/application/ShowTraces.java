package cn.qifeng.trading.bidding.application;

import cn.qifeng.kernel.LotId;
import cn.qifeng.kit.access.Role;
import cn.qifeng.trading.bidding.application.ShownTraces.Look;
import cn.qifeng.trading.bidding.application.ShownTraces.Refusal;
import cn.qifeng.trading.bidding.domain.LotKeys;
import cn.qifeng.trading.bidding.domain.Traces;
import cn.qifeng.trading.log.application.Chain;
import cn.qifeng.trading.tender.application.Lots;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.stream.Stream;

/**
 * Shows supervision and audit what was refused in a lot and who looked (留痕查阅), once the bid list is public. Who was
 * refused is as secret as who bids (招标投标法 第二十二条): until the names are on record nothing tells a bidder.
 */
@ApplicationScoped
public class ShowTraces {

    private final Lots lots;
    private final LotKeys keys;
    private final Traces traces;
    private final Chain chain;

    ShowTraces(Lots lots, LotKeys keys, Traces traces, Chain chain) {
        this.lots = lots;
        this.keys = keys;
        this.traces = traces;
        this.chain = chain;
    }

    /** All traces of a published lot; refuses with {@code bidding/no-such-lot}. */
    @Transactional
    public ShownTraces of(LotId lot) {
        var key = LotKeyOf.published(lots, keys, lot);
        boolean named = chain.entries(LotKeyOf.lot(lots, lot).tender()).stream()
                .anyMatch(entry -> entry.type().equals("lot/names"));
        return new ShownTraces(
                named,
                Stream.of(Traces.Kind.REFUSAL, Traces.Kind.UNRECORDED)
                        .flatMap(kind -> traces.of(key, kind).stream())
                        .map(trace -> refusal(trace, named))
                        .toList(),
                traces.of(key, Traces.Kind.LOOK).stream()
                        .map(trace -> look(trace, named))
                        .toList());
    }

    private static Refusal refusal(ObjectNode trace, boolean named) {
        var doc = trace.path("doc");
        var signed = trace.deepCopy().retain("doc", "sig");
        return new Refusal(
                doc.path("stamp").textValue(),
                doc.path("code").textValue(),
                doc.path("law").textValue(),
                named ? trace.path("uscc").textValue() : null,
                named ? signed : null);
    }

    private static Look look(ObjectNode trace, boolean named) {
        var roles = new ArrayList<String>();
        trace.path("roles").forEach(role -> roles.add(role.textValue()));
        boolean shown = named || !roles.contains(Role.BIDDER);
        return new Look(
                trace.path("at").textValue(),
                trace.path("what").textValue(),
                roles,
                shown ? trace.path("person").textValue() : null,
                shown ? trace.path("address").textValue() : null);
    }
}
