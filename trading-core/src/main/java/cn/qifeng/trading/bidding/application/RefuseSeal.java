package cn.qifeng.trading.bidding.application;

import cn.qifeng.kernel.Refused;
import cn.qifeng.trading.bidding.domain.Bidder;
import cn.qifeng.trading.bidding.domain.LotKey;
import cn.qifeng.trading.bidding.domain.Traces;
import cn.qifeng.trading.tender.domain.PublishedLot;
import cn.qifeng.trust.hash.Sm3;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.json.Moments;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;

/** Refuses a seal in writing (拒收回执): the bidder gets a signed document, the platform keeps a trace of it. */
@ApplicationScoped
class RefuseSeal {

    private final ReceiptDesk desk;
    private final Traces traces;

    RefuseSeal(ReceiptDesk desk, Traces traces) {
        this.desk = desk;
        this.traces = traces;
    }

    /** The same refusal with the fact {@code refusal}: canonical JSON of {@code {doc, sig}}. */
    Refused signed(PublishedLot lot, LotKey key, Bidder bidder, SealedRequest request, Refused refused) {
        var doc = CanonicalJson.object()
                .put("type", "seal-refusal")
                .put("v", 1)
                .put("tender", lot.tender().toString())
                .put("lot", lot.lot().toString())
                .put("bidder", bidder.certificateId())
                .put("headerHash", Sm3.hex(request.header()))
                .put("code", refused.code().code())
                .put("law", refused.code().law())
                .put("deadline", Moments.format(lot.deadline()))
                .put("stamp", Moments.format(request.stamp().at()))
                .put("boundMs", request.stamp().boundMs())
                .put("sandbox", desk.receipts().sandbox());
        var signed = desk.receipts().sign(doc).toJson();
        var trace = signed.deepCopy();
        trace.put("uscc", bidder.uscc().value());
        QuarkusTransaction.requiringNew().run(() -> traces.add(key, Traces.Kind.REFUSAL, trace));
        var facts = new LinkedHashMap<>(refused.facts());
        facts.put("refusal", signed.toString());
        return new Refused(refused.code(), facts);
    }
}
