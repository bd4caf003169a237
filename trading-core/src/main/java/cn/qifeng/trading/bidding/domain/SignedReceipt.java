package cn.qifeng.trading.bidding.domain;

import cn.qifeng.trust.hash.Sm3;
import cn.qifeng.trust.json.CanonicalJson;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;

/** A receipt (投标回执) as the bidder holds it: the doc of docs/evidence.md section 6 and the platform's signature. */
public record SignedReceipt(ObjectNode doc, byte[] sig) {

    /** SM3 of the canonical doc in hex: the receipt's content hash in the log. */
    public String hash() {
        return Sm3.hex(CanonicalJson.encode(doc));
    }

    /** Envelope that it stands for, hex. */
    public String bidId() {
        return doc.get("bidId").textValue();
    }

    /** The bidder's own number of the envelope. */
    public int seq() {
        return doc.get("seq").intValue();
    }

    /** SM3 of the envelope's header, hex. */
    public String headerHash() {
        return doc.get("headerHash").textValue();
    }

    /** {@code {doc, sig}} as it goes over the wire. */
    public ObjectNode toJson() {
        var json = CanonicalJson.object();
        json.set("doc", doc);
        json.put("sig", Base64.getEncoder().encodeToString(sig));
        return json;
    }
}
