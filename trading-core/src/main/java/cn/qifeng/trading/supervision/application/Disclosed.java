package cn.qifeng.trading.supervision.application;

import cn.qifeng.kernel.Refused;
import cn.qifeng.trust.cert.Certificates;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.sign.Signatures;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Notes, while a package is written, which documents and which issuers the disclosed objects refer to. */
final class Disclosed {

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    private final Set<String> hashes = new TreeSet<>();
    private final Map<String, X509Certificate> issuers = new LinkedHashMap<>();

    /** Reads a disclosed body or statement. */
    void read(JsonNode node) {
        if (node instanceof ObjectNode object
                && object.has("doc")
                && object.path("sig").isTextual()) {
            signature(CanonicalJson.encode(object.get("doc")), object.get("sig").textValue());
        }
        if (node.isTextual() && HASH.matcher(node.textValue()).matches()) {
            hashes.add(node.textValue());
        }
        node.forEach(this::read);
    }

    /** Reads a signature over {@code content}. Whether it holds is for auditors to say. */
    void signature(byte[] content, byte[] signature) {
        try {
            Signatures.verify(content, signature)
                    .chain()
                    .forEach(issuer -> issuers.putIfAbsent(Certificates.id(issuer), issuer));
        } catch (Refused bad) {
            return;
        }
    }

    private void signature(byte[] content, String base64) {
        try {
            signature(content, Base64.getDecoder().decode(base64));
        } catch (IllegalArgumentException notBase64) {
            return;
        }
    }

    /** Whether a disclosed object names this hash. */
    boolean names(String sm3) {
        return hashes.contains(sm3);
    }

    /** Certificates between signers and roots. */
    Collection<X509Certificate> issuers() {
        return issuers.values();
    }
}
