package cn.qifeng.cli.witness;

import static cn.qifeng.cli.witness.SeatRefusal.NOT_READY;
import static cn.qifeng.cli.witness.SeatRefusal.OTHER_CERTIFICATE;

import cn.qifeng.kernel.Facts;
import cn.qifeng.kernel.Refused;
import cn.qifeng.trust.cert.Certificates;
import cn.qifeng.trust.cert.Credential;
import cn.qifeng.trust.cipher.Sm2;
import cn.qifeng.trust.hash.Hex;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.sign.SigningKey;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The key of a witness, made at its first start and never leaving its folder, and the certificate for it. */
final class WitnessKey {

    private static final String KEY = "witness.key";
    private static final String CERTIFICATE = "witness.der";

    private final String name;
    private final WitnessStore store;
    private final BigInteger privateKey;
    private final SecureRandom random = new SecureRandom();

    WitnessKey(String name, WitnessStore store) {
        this.name = name;
        this.store = store;
        this.privateKey = store.bytes(KEY).map(Sm2::privateKey).orElseGet(() -> {
            var made = Sm2.newPrivateKey(random);
            store.write(KEY, Sm2.bytes32(made));
            return made;
        });
    }

    /** Name, public key, the proof that this witness holds the private one, and the certificate or {@code null}. */
    ObjectNode identity() {
        var publicKey = Hex.encode(Sm2.publicKey(privateKey));
        var doc = CanonicalJson.object()
                .put("type", "witness-identity")
                .put("v", 1)
                .put("witness", name)
                .put("publicKey", publicKey);
        var proof = Sm2.sign(privateKey, CanonicalJson.encode(doc), random);
        var certificate = credential().map(it -> Certificates.base64(it.certificate()));
        return CanonicalJson.object()
                .put("witness", name)
                .put("publicKey", publicKey)
                .put("proof", Hex.encode(proof))
                .put("certificate", certificate.orElse(null));
    }

    /** Takes its certificate once; the same one again changes nothing. */
    void certify(String base64) {
        var certificate = Certificates.parseBase64("certificate", base64);
        var known = credential();
        boolean ours = Arrays.equals(Certificates.publicKey(certificate), Sm2.publicKey(privateKey));
        if (!ours || known.isPresent() && !known.get().certificate().equals(certificate)) {
            throw new Refused(
                    OTHER_CERTIFICATE, Facts.field("certificate", Certificates.id(certificate), "this key's"));
        }
        store.write(CERTIFICATE, Certificates.der(certificate));
    }

    /** Signs with the certificate; refuses before there is one. */
    SigningKey signing() {
        return SigningKey.of(credential().orElseThrow(NOT_READY::refused));
    }

    private Optional<Credential> credential() {
        return store.bytes(CERTIFICATE).map(der -> new Credential(privateKey, Certificates.parse(der), List.of()));
    }
}
