package cn.qifeng.trading.bidding.application;

import cn.qifeng.kernel.Facts;
import cn.qifeng.kernel.Refused;
import cn.qifeng.trading.bidding.domain.Bidder;
import cn.qifeng.trading.bidding.domain.BiddingRefusal;
import cn.qifeng.trading.bidding.domain.Stamp;
import cn.qifeng.trading.bidding.domain.Traces;
import cn.qifeng.trading.tender.domain.PublishedLot;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.json.Moments;
import cn.qifeng.trust.sign.Statement;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;

/** Refuses a seal in writing (拒收回执): the bidder gets a signed document, the platform keeps a trace of it. */
@ApplicationScoped
class RefuseSeal {

    private final ReceiptDesk desk;

    RefuseSeal(ReceiptDesk desk) {
        this.desk = desk;
    }

    /** A refusal in writing, and the trace of some kind that the platform keeps of it. */
    record Written(Refused refused, Traces.Kind kind, ObjectNode trace) {}

    /** The same refusal with the fact {@code refusal}: canonical JSON of {@code {doc, sig}}. */
    Written signed(PublishedLot lot, Bidder bidder, WaitingSeal seal, Stamp stamp, Refused refused) {
        var doc = doc("seal-refusal", lot, bidder, stamp, refused).put("headerHash", seal.headerHash());
        return written(doc, bidder, refused, kind(lot, stamp, refused));
    }

    /** A withdrawal that came in time and is not recorded, since the bid list was taken. */
    Written withdrawal(PublishedLot lot, Bidder bidder, Statement statement, Stamp stamp) {
        var refused = BiddingRefusal.FROZEN.with(Facts.of("stamp", stamp.at()).map());
        var doc = doc("withdrawal-refusal", lot, bidder, stamp, refused).put("statement", statement.hashHex());
        return written(doc, bidder, refused, Traces.Kind.UNRECORDED);
    }

    private ObjectNode doc(String type, PublishedLot lot, Bidder bidder, Stamp stamp, Refused refused) {
        return CanonicalJson.object()
                .put("type", type)
                .put("v", 1)
                .put("tender", lot.tender().toString())
                .put("lot", lot.lot().toString())
                .put("bidder", bidder.certificateId())
                .put("code", refused.code().code())
                .put("law", refused.code().law())
                .put("deadline", Moments.format(lot.deadline()))
                .put("stamp", Moments.format(stamp.at()))
                .put("boundMs", stamp.boundMs())
                .put("sandbox", desk.receipts().sandbox());
    }

    private Written written(ObjectNode doc, Bidder bidder, Refused refused, Traces.Kind kind) {
        var signed = desk.receipts().sign(doc).toJson();
        var trace = signed.deepCopy();
        trace.put("uscc", bidder.uscc().value());
        var facts = new LinkedHashMap<>(refused.facts());
        facts.put("refusal", new String(CanonicalJson.encode(signed), StandardCharsets.UTF_8));
        return new Written(new Refused(refused.code(), facts), kind, trace);
    }

    private static Traces.Kind kind(PublishedLot lot, Stamp stamp, Refused refused) {
        boolean unrecorded =
                refused.code() == BiddingRefusal.FROZEN && stamp.against(lot.deadline()) == Stamp.Verdict.ON_TIME;
        return unrecorded ? Traces.Kind.UNRECORDED : Traces.Kind.REFUSAL;
    }
}
