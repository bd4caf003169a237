package cn.qifeng.trust.trustfile;

import cn.qifeng.kernel.Refused;
import cn.qifeng.trust.TrustRefusal;
import cn.qifeng.trust.hash.Hex;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.json.Fields;
import cn.qifeng.trust.sign.Signatures;
import cn.qifeng.trust.sign.SigningKey;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The trust file (信任锚文件): what an auditor believes before it looks at a package (docs/evidence.md section 7). */
public record TrustFile(TrustAnchors anchors, List<Signature> sigs) {

    private static final int SIGNATURES_MAX = 32;

    /** One witness's signature over the doc. */
    public record Signature(String witness, String sig) {}

    /** Copies the signatures. */
    public TrustFile {
        sigs = List.copyOf(sigs);
    }

    /** SM3 of the canonical doc in hexadecimal; stands in every notice, receipt and verdict. */
    public String fingerprint() {
        return anchors.fingerprint();
    }

    /** The same file with one more signature. */
    public TrustFile signedBy(String witness, SigningKey key) {
        var more = new ArrayList<>(sigs);
        var sig = key.sign(CanonicalJson.encode(anchors.toDoc()));
        more.add(new Signature(witness, Base64.getEncoder().encodeToString(sig)));
        return new TrustFile(anchors, more);
    }

    /** Refuses a file that is not signed by all of its own witnesses, as the first version must be. */
    public TrustFile verify() {
        var signers = signers(anchors);
        for (var witness : anchors.witnesses()) {
            if (!signers.contains(witness.name())) {
                throw refusal("sigs", witness.name() + " absent", "all witnesses");
            }
        }
        return this;
    }

    /** Refuses a file that does not follow {@code former}: next version, same log and genesis, old quorum. */
    public TrustFile verifyFollows(TrustFile former) {
        if (anchors.version() != former.anchors.version() + 1) {
            throw refusal("version", anchors.version(), former.anchors.version() + 1);
        }
        if (!anchors.log().equals(former.anchors.log()) || !anchors.genesisHex().equals(former.anchors.genesisHex())) {
            throw refusal("log", anchors.log(), former.anchors.log());
        }
        int signed = signers(former.anchors).size();
        if (signed < former.anchors.threshold()) {
            throw refusal("sigs", signed, "at least " + former.anchors.threshold() + " old witnesses");
        }
        return this;
    }

    /** Names of those witnesses of {@code authority} who signed this file's doc. */
    private Set<String> signers(TrustAnchors authority) {
        var content = CanonicalJson.encode(anchors.toDoc());
        var names = new HashSet<String>();
        for (var entry : sigs) {
            var signed = Signatures.verify(content, Fields.base64("sigs.sig", entry.sig(), Signatures.SIZE_MAX));
            boolean known = authority.witnesses().stream()
                    .anyMatch(witness -> witness.name().equals(entry.witness())
                            && witness.key().id().equals(signed.certificateId()));
            if (known) {
                names.add(entry.witness());
            }
        }
        return names;
    }

    /** As JSON: {@code {"doc", "sigs"}}. */
    public ObjectNode toJson() {
        var json = CanonicalJson.object();
        json.set("doc", anchors.toDoc());
        var array = json.putArray("sigs");
        sigs.forEach(entry -> array.addObject().put("witness", entry.witness()).put("sig", entry.sig()));
        return json;
    }

    /** Canonical bytes of {@link #toJson()}. */
    public byte[] encode() {
        return CanonicalJson.encode(toJson());
    }

    /** Reads what {@link #toJson} writes; refuses other shapes. Signatures are not verified yet. */
    public static TrustFile from(JsonNode json) {
        var fields = Fields.of(json).exactly("doc", "sigs");
        var sigs = fields.array("sigs", SIGNATURES_MAX).stream()
                .map(entry -> Fields.of(entry).exactly("witness", "sig"))
                .map(entry -> new Signature(entry.text("witness"), entry.text("sig")))
                .toList();
        return new TrustFile(TrustAnchors.from(fields.get("doc")), sigs);
    }

    static Refused refusal(String field, Object seen, Object expected) {
        return TrustRefusal.BAD_TRUST_FILE.at(field, seen, expected);
    }

    /** The fingerprint as bytes. */
    public byte[] fingerprintBytes() {
        return Hex.decode(fingerprint());
    }
}
