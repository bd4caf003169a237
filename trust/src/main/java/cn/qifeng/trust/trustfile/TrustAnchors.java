package cn.qifeng.trust.trustfile;

import cn.qifeng.trust.cert.Certificates;
import cn.qifeng.trust.hash.Hex;
import cn.qifeng.trust.hash.Sm3;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.json.Fields;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * The doc of a trust file (信任锚).
 *
 * @param version from 1
 * @param log log id in hexadecimal
 * @param roots of the certificate authorities
 * @param threshold witnesses that make a head published
 * @param genesis content hash of the first entry
 */
public record TrustAnchors(
        int version,
        TrustMode mode,
        String log,
        List<AnchoredKey> logCertificates,
        List<AnchoredKey> receiptCertificates,
        List<AnchoredKey> timeStampCertificates,
        List<X509Certificate> roots,
        List<WitnessKey> witnesses,
        int threshold,
        byte[] genesis) {

    private static final int KEYS_MAX = 64;

    /** A witness with its key. */
    public record WitnessKey(String name, AnchoredKey key) {}

    /** Copies the lists; refuses a threshold that the witnesses cannot reach, or that is no majority. */
    public TrustAnchors {
        logCertificates = List.copyOf(logCertificates);
        receiptCertificates = List.copyOf(receiptCertificates);
        timeStampCertificates = List.copyOf(timeStampCertificates);
        roots = List.copyOf(roots);
        witnesses = List.copyOf(witnesses);
        long names = witnesses.stream().map(WitnessKey::name).distinct().count();
        if (threshold > names || threshold * 2L <= names) {
            throw TrustFile.refusal("threshold", threshold, "a majority of " + names);
        }
    }

    /** SM3 of the canonical doc in hexadecimal. */
    public String fingerprint() {
        return Sm3.hex(CanonicalJson.encode(toDoc()));
    }

    /** The genesis in hexadecimal. */
    public String genesisHex() {
        return Hex.encode(genesis);
    }

    /** The document that the witnesses sign. */
    public ObjectNode toDoc() {
        var doc = CanonicalJson.object()
                .put("type", "trust-file")
                .put("v", 1)
                .put("version", version)
                .put("mode", mode.name())
                .put("log", log)
                .put("threshold", threshold)
                .put("genesis", genesisHex());
        keys(doc, "logCertificates", logCertificates);
        keys(doc, "receiptCertificates", receiptCertificates);
        keys(doc, "timeStampCertificates", timeStampCertificates);
        var rootArray = doc.putArray("roots");
        roots.forEach(root -> rootArray.add(Certificates.base64(root)));
        var witnessArray = doc.putArray("witnesses");
        witnesses.forEach(witness -> witnessArray.add(witness.key().toDoc().put("name", witness.name())));
        return doc;
    }

    /** Reads a document; refuses other shapes. */
    public static TrustAnchors from(JsonNode doc) {
        var fields = Fields.of(doc).type("trust-file");
        fields.exactly(
                "type",
                "v",
                "version",
                "mode",
                "log",
                "logCertificates",
                "receiptCertificates",
                "timeStampCertificates",
                "roots",
                "witnesses",
                "threshold",
                "genesis");
        return new TrustAnchors(
                (int) fields.integer("version", 1, 9999),
                mode(fields.text("mode")),
                Hex.encode(fields.hex("log", Sm3.LENGTH)),
                keys(fields, "logCertificates"),
                keys(fields, "receiptCertificates"),
                keys(fields, "timeStampCertificates"),
                fields.array("roots", KEYS_MAX).stream()
                        .map(root -> Certificates.parseBase64("roots", root.asText()))
                        .toList(),
                fields.array("witnesses", KEYS_MAX).stream()
                        .map(witness -> Fields.of(witness).exactly("name", "certificate", "from", "to"))
                        .map(witness -> new WitnessKey(witness.text("name"), AnchoredKey.from(witness)))
                        .toList(),
                (int) fields.integer("threshold", 1, KEYS_MAX),
                fields.hex("genesis", Sm3.LENGTH));
    }

    private static void keys(ObjectNode doc, String name, List<AnchoredKey> keys) {
        var array = doc.putArray(name);
        keys.forEach(key -> array.add(key.toDoc()));
    }

    private static List<AnchoredKey> keys(Fields fields, String name) {
        return fields.array(name, KEYS_MAX).stream()
                .map(key -> AnchoredKey.from(Fields.of(key).exactly("certificate", "from", "to")))
                .toList();
    }

    private static TrustMode mode(String name) {
        for (var mode : TrustMode.values()) {
            if (mode.name().equals(name)) {
                return mode;
            }
        }
        throw TrustFile.refusal("mode", name, "SANDBOX or PRODUCTION");
    }
}
