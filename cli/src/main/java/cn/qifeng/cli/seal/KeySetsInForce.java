package cn.qifeng.cli.seal;

import cn.qifeng.cli.proof.PublishedContent;
import cn.qifeng.trust.cert.CertificatePath;
import cn.qifeng.trust.json.Fields;
import cn.qifeng.trust.keyset.KeySet;
import cn.qifeng.trust.log.Entry;
import cn.qifeng.trust.sign.Statement;
import cn.qifeng.trust.trustfile.TrustFile;
import com.fasterxml.jackson.databind.JsonNode;

/**
 * The key sets of a published lot, verified one after another (密钥组核验): each later one replaces the one before, is signed
 * by who published, and is used only when its entry and the one that put it in force are under witnessed heads.
 */
public final class KeySetsInForce {

    private KeySetsInForce() {}

    /**
     * The publication with the set that bids are sealed to now.
     *
     * @param shown what {@code GET /api/core/lots/{lot}/key-sets} gave
     */
    public static Publication of(Publication published, JsonNode shown, TrustFile trust) {
        var current = published;
        for (JsonNode one : shown) {
            boolean first = one.path("set").asText().equals(published.keySet().idHex());
            if (!first && one.path("inForce").isObject()) {
                current = current.sealedTo(successor(current, one, trust));
            }
        }
        return current;
    }

    private static KeySet successor(Publication current, JsonNode shown, TrustFile trust) {
        var entry = entry(current, shown.path("entry"), shown.path("proof"), "lot/key-set", trust);
        var path = new CertificatePath(trust.anchors().roots());
        var statement = Statement.from(entry.body().path("statement"));
        var signed = statement.verify();
        path.checkSigner(signed.certificate(), signed.chain(), entry.head().at());
        requireSame("publisher", signed.subject().uscc(), current.publisher());
        var doc = Fields.of(statement.doc()).type("key-set-replacement");
        requireSame("lot", doc.uuid("lot"), current.lot());
        requireSame("replaces", doc.text("replaces"), current.keySet().idHex());
        var set = KeySet.from(entry.body().path("keySet"))
                .verify(path, entry.head().at());
        requireSame("keySet", set.idHex(), doc.text("keySet"));
        requireSame("owner", set.owner(), current.lot());
        var inForce = entry(current, shown.path("inForce"), shown.path("inForceProof"), "lot/key-set-in-force", trust);
        requireSame("set", inForce.body().path("set").asText(), set.idHex());
        return set;
    }

    /** An entry of this tender's chain, of this type, under a witnessed head. */
    private static Entry entry(Publication current, JsonNode json, JsonNode proof, String type, TrustFile trust) {
        var entry = Entry.from(json);
        requireSame("type", entry.head().type(), type);
        requireSame("tender", entry.head().place().tender().value(), current.tender());
        if (!proof.isObject()) {
            throw SealRefusal.KEY_SET_NOT_WITNESSED.at(type, "under no witnessed head", "a witnessed head over it");
        }
        PublishedContent.verify(entry.contentHashHex(), proof, trust);
        return entry;
    }

    private static void requireSame(String field, Object seen, Object expected) {
        if (!expected.equals(seen)) {
            throw SealRefusal.OTHER_TRUSTEES.at(field, seen, expected);
        }
    }
}
