package cn.qifeng.trust.envelope;

import cn.qifeng.trust.cipher.Sm2Cipher;
import cn.qifeng.trust.hash.Hex;
import cn.qifeng.trust.hash.Sm3;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.json.Fields;
import cn.qifeng.trust.keyset.KeySet;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

/**
 * Release (投标人解密放行) of one bid in mode BIDDERS, docs/bid-envelope.md section 10: the wraps that the envelope does not
 * have, made for the trustees of the lot and for nobody else. The bidder signs it as a statement once the bid list is
 * under witnesses.
 *
 * @param bidId envelope, hex
 * @param headerHash SM3 of its header, hex
 * @param bidList content hash of the bid list's entry, hex
 * @param checkpoint SM3 of the first published head over the bid list, hex
 * @param trusteeSet set id of the lot's key set, hex
 * @param wraps one for each member in the order of x, as mode TRUSTEES has them in the header
 */
public record BidRelease(
        UUID tender,
        UUID lot,
        String bidId,
        String headerHash,
        String bidList,
        String checkpoint,
        String trusteeSet,
        List<TrusteeWrap> wraps) {

    /** Value of {@code type}. */
    public static final String TYPE = "bid-release";

    private static final int BID_ID = 16;

    /** Copies the list. */
    public BidRelease {
        wraps = List.copyOf(wraps);
    }

    /** The doc without {@code seen}, which the signer's client adds. */
    public ObjectNode toDoc() {
        var doc = CanonicalJson.object()
                .put("type", TYPE)
                .put("v", 1)
                .put("tender", tender.toString())
                .put("lot", lot.toString())
                .put("bidId", bidId)
                .put("headerHash", headerHash)
                .put("bidList", bidList)
                .put("checkpoint", checkpoint)
                .put("trusteeSet", trusteeSet);
        var shares = doc.putArray("shares");
        wraps.forEach(wrap -> shares.addObject()
                .put("member", wrap.trusteeIdHex())
                .put("shareCommit", Hex.encode(wrap.shareCommit()))
                .put("wrap", Base64.getEncoder().encodeToString(wrap.wrap().encode())));
        return doc;
    }

    /** Reads the doc of a signed statement; refuses another shape. */
    public static BidRelease from(JsonNode doc) {
        var fields = Fields.of(doc).type(TYPE);
        fields.exactly(
                "type",
                "v",
                "tender",
                "seen",
                "lot",
                "bidId",
                "headerHash",
                "bidList",
                "checkpoint",
                "trusteeSet",
                "shares");
        return new BidRelease(
                fields.uuid("tender"),
                fields.uuid("lot"),
                Hex.encode(fields.hex("bidId", BID_ID)),
                hash(fields, "headerHash"),
                hash(fields, "bidList"),
                hash(fields, "checkpoint"),
                hash(fields, "trusteeSet"),
                fields.array("shares", KeySet.MEMBERS_MAX).stream()
                        .map(BidRelease::wrap)
                        .toList());
    }

    private static String hash(Fields fields, String name) {
        return Hex.encode(fields.hex(name, Sm3.LENGTH));
    }

    private static TrusteeWrap wrap(JsonNode json) {
        var fields = Fields.of(json).exactly("member", "shareCommit", "wrap");
        return new TrusteeWrap(
                fields.hex("member", Sm3.LENGTH),
                fields.hex("shareCommit", Sm3.LENGTH),
                Sm2Cipher.decode(fields.base64("wrap", Sm2Cipher.DER_MAX)));
    }
}
