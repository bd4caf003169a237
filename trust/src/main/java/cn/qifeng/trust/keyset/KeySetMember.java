package cn.qifeng.trust.keyset;

import cn.qifeng.trust.TrustRefusal;
import cn.qifeng.trust.cert.Certificates;
import cn.qifeng.trust.cipher.Sm2;
import cn.qifeng.trust.hash.Hex;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.json.Fields;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.cert.X509Certificate;
import java.util.Objects;

/**
 * One trustee (保管人) in a key set.
 *
 * @param x number in the set, from 1
 * @param name role name for people
 * @param encryptionKey SM2 point, 65 bytes
 * @param sig base64 of the QS1 signature over the {@link KeyOffer}
 */
public record KeySetMember(
        int x, String name, Side side, X509Certificate certificate, byte[] encryptionKey, String sig) {

    /** Refuses what is not an SM2 point. */
    public KeySetMember {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(side, "side");
        Objects.requireNonNull(sig, "sig");
        Sm2.checkPoint(encryptionKey);
    }

    /** Id of the identity certificate, 32 bytes. */
    public byte[] id() {
        return Certificates.idBytes(certificate);
    }

    /** Id of the identity certificate in hexadecimal. */
    public String idHex() {
        return Hex.encode(id());
    }

    ObjectNode toDoc() {
        return CanonicalJson.object()
                .put("x", x)
                .put("name", name)
                .put("side", side.name())
                .put("certificate", Certificates.base64(certificate))
                .put("encryptionKey", Hex.encode(encryptionKey))
                .put("sig", sig);
    }

    static KeySetMember from(JsonNode json, int membersMax) {
        var fields = Fields.of(json).exactly("x", "name", "side", "certificate", "encryptionKey", "sig");
        return new KeySetMember(
                (int) fields.integer("x", 1, membersMax),
                fields.text("name"),
                side(fields.text("side")),
                Certificates.parseBase64("certificate", fields.text("certificate")),
                fields.hex("encryptionKey", Sm2.POINT),
                fields.text("sig"));
    }

    private static Side side(String name) {
        for (var side : Side.values()) {
            if (side.name().equals(name)) {
                return side;
            }
        }
        throw TrustRefusal.BAD_KEY_SET.at("side", name, "SUPERVISION, NOTARY, CENTRE or TENDERER");
    }
}
