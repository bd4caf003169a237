package cn.qifeng.cli.seal;

import cn.qifeng.cli.proof.PublishedContent;
import cn.qifeng.trust.cipher.Sm4Gcm;
import cn.qifeng.trust.envelope.BidOpener;
import cn.qifeng.trust.envelope.BidRelease;
import cn.qifeng.trust.hash.Sm3;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.json.Fields;
import cn.qifeng.trust.keyset.KeySet;
import cn.qifeng.trust.trustfile.TrustFile;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.util.Optional;

/**
 * A bidder's release of its own envelope in mode BIDDERS (投标人解密放行), made beside the envelope: the checkpoint is
 * verified with the bidder's own trust file before anything is signed.
 */
public final class OwnRelease {

    private OwnRelease() {}

    /**
     * The doc to be signed, without {@code seen}. Refuses when the platform speaks of another envelope or of other
     * trustees than the bidder sealed, or when the bid list is under no witnessed head.
     *
     * @param due what {@code GET …/releases/to-do} answered
     * @param inForce the lot's key set in force, verified here
     * @param keyOfFile the encryption key of the key file, when it has one
     */
    public static ObjectNode of(
            Envelope envelope, JsonNode due, KeySet inForce, TrustFile trust, Optional<BigInteger> keyOfFile) {
        var fields = Fields.of(due);
        var bidList = fields.text("bidList");
        var proof = CanonicalJson.object();
        proof.set("leaf", fields.get("leaf"));
        proof.set("head", fields.get("checkpoint"));
        PublishedContent.verify(bidList, proof, trust);
        require("headerHash", fields.text("headerHash"), envelope.headerHash());
        var set = KeySet.from(fields.get("keySet")).verify();
        require("trusteeSet", set.idHex(), inForce.idHex());
        var wraps = new BidOpener(new Sm4Gcm()).release(envelope.header(), set, envelope.ownKey(keyOfFile));
        return new BidRelease(
                        fields.uuid("tender"),
                        fields.uuid("lot"),
                        envelope.bidId(),
                        envelope.headerHash(),
                        bidList,
                        Sm3.hex(CanonicalJson.encode(fields.object("checkpoint").get("head"))),
                        set.idHex(),
                        wraps)
                .toDoc();
    }

    private static void require(String field, String seen, String expected) {
        if (!seen.equals(expected)) {
            throw SealRefusal.OTHER_ENVELOPE.at(field, seen, expected);
        }
    }
}
