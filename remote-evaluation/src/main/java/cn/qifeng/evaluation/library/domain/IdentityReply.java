package cn.qifeng.evaluation.library.domain;

import cn.qifeng.kernel.Facts;
import cn.qifeng.trust.cert.Certificates;
import cn.qifeng.trust.hash.Bytes;
import cn.qifeng.trust.hash.Sm3;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.json.Fields;
import cn.qifeng.trust.sign.Statement;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Who stands behind a code, as the library opens it at check-in (专家身份).
 *
 * @param member id of the certificate, hex
 * @param units everybody the expert is tied to: employer, former employers, relatives' and avoided units
 */
public record IdentityReply(
        UUID request,
        String code,
        String name,
        String member,
        String employer,
        List<String> units,
        Statement statement) {

    /** {@code type} of the doc. */
    public static final String TYPE = "expert-library-identity";

    private static final int SALT = 32;
    private static final int TIES_MAX = 200;

    public IdentityReply {
        units = List.copyOf(units);
    }

    /** Reads a reply and demands that it is what the pool was bound to; says nothing about the signature. */
    public static IdentityReply of(Statement statement, UUID request, String code, String commit) {
        var doc = Fields.of(statement.doc())
                .type(TYPE)
                .exactly("type", "v", "library", "request", "code", "identity", "salt", "at");
        doc.moment("at");
        if (!doc.uuid("request").equals(request) || !doc.text("code").equals(code)) {
            throw LibraryRefusal.OTHER_REQUEST.with(Facts.field("code", doc.text("code"), code + " of " + request)
                    .map());
        }
        var opened = commit(doc.get("identity"), doc.hex("salt", SALT));
        if (!opened.equals(commit)) {
            throw LibraryRefusal.IDENTITY_DIFFERS.with(
                    Facts.field("identity", opened, commit).map());
        }
        var identity = doc.object("identity").exactly("name", "certificate", "employer", "ties");
        var certificate = Certificates.parseBase64("certificate", identity.text("certificate"));
        var units = new TreeSet<String>();
        units.add(identity.text("employer"));
        identity.array("ties", TIES_MAX).forEach(it -> units.add(it.asText()));
        return new IdentityReply(
                request,
                code,
                identity.text("name"),
                Certificates.id(certificate),
                identity.text("employer"),
                List.copyOf(units),
                statement);
    }

    /** Commitment to an identity: SM3("QL1 identity" ‖ salt ‖ canonical identity), hex. */
    public static String commit(JsonNode identity, byte[] salt) {
        return Sm3.hex(Bytes.ascii("QL1 identity"), salt, CanonicalJson.encode(identity));
    }
}
