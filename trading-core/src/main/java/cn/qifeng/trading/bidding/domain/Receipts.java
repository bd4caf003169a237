package cn.qifeng.trading.bidding.domain;

import cn.qifeng.kernel.LotId;
import cn.qifeng.kernel.TenderId;
import cn.qifeng.trust.envelope.BidCore;
import cn.qifeng.trust.hash.Hex;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.json.Moments;
import cn.qifeng.trust.sign.SigningKey;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Writes receipts (投标回执) of docs/evidence.md section 6, and signs them with the platform's receipt key.
 *
 * @param log log id, hex
 * @param trustFile fingerprint of the trust file, hex
 * @param sandbox whether the sandbox clock runs
 */
public record Receipts(SigningKey key, String log, String trustFile, boolean sandbox) {

    /** What a receipt is about, whichever act it confirms. */
    public record Subject(TenderId tender, LotId lot, SignedReceipt former, Stamp stamp, byte[] leafNonce) {}

    /** For an envelope that was taken, by what its header begins with and by that header's SM3, hex. */
    public SignedReceipt sealed(Subject subject, BidCore core, String headerHash, Stamp.Verdict verdict) {
        var doc = base(subject, "SEALED", verdict)
                .put("bidId", core.bidIdHex())
                .put("bidder", Hex.encode(core.bidder()))
                .put("headerHash", headerHash)
                .put("seq", core.seq())
                .putNull("statement");
        return sign(doc);
    }

    /** For a withdrawal by a signed statement with this hash, hex. */
    public SignedReceipt withdrawn(Subject subject, Sealing sealing, String statement) {
        var doc = base(subject, "WITHDRAWN", Stamp.Verdict.ON_TIME)
                .put("bidId", sealing.bidId())
                .put("bidder", sealing.receipt().doc().get("bidder").textValue())
                .put("headerHash", sealing.headerHash())
                .put("seq", sealing.seq())
                .put("statement", statement);
        return sign(doc);
    }

    /** Signs any other document of the platform about a seal, such as a refusal. */
    public SignedReceipt sign(ObjectNode doc) {
        return new SignedReceipt(doc, key.sign(CanonicalJson.encode(doc)));
    }

    private ObjectNode base(Subject subject, String act, Stamp.Verdict verdict) {
        return CanonicalJson.object()
                .put("type", "bid-receipt")
                .put("v", 1)
                .put("act", act)
                .put("tender", subject.tender().toString())
                .put("lot", subject.lot().toString())
                .put(
                        "prevReceipt",
                        subject.former() == null ? null : subject.former().hash())
                .put("stamp", Moments.format(subject.stamp().at()))
                .put("boundMs", subject.stamp().boundMs())
                .put("verdict", verdict.name())
                .put("leafNonce", Hex.encode(subject.leafNonce()))
                .put("log", log)
                .put("trustFile", trustFile)
                .put("sandbox", sandbox);
    }
}
