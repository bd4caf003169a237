package cn.qifeng.trust.trustfile;

import cn.qifeng.trust.cert.Certificates;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.json.Fields;
import cn.qifeng.trust.json.Moments;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Objects;

/**
 * A certificate with the period in which it counts (锚定证书).
 *
 * @param to excluded end, or {@code null} while it is in use
 */
public record AnchoredKey(X509Certificate certificate, Instant from, Instant to) {

    /** Requires certificate and start. */
    public AnchoredKey {
        Objects.requireNonNull(certificate, "certificate");
        Objects.requireNonNull(from, "from");
    }

    /** Whether it counts at an instant. */
    public boolean countsAt(Instant at) {
        return !at.isBefore(from) && (to == null || at.isBefore(to));
    }

    /** Id of the certificate in hexadecimal. */
    public String id() {
        return Certificates.id(certificate);
    }

    ObjectNode toDoc() {
        var doc = CanonicalJson.object()
                .put("certificate", Certificates.base64(certificate))
                .put("from", Moments.format(from));
        return to == null ? doc.putNull("to") : doc.put("to", Moments.format(to));
    }

    static AnchoredKey from(Fields fields) {
        var to = fields.get("to").isNull() ? null : fields.moment("to");
        return new AnchoredKey(
                Certificates.parseBase64("certificate", fields.text("certificate")), fields.moment("from"), to);
    }
}
