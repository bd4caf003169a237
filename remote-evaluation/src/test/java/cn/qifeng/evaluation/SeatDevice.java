package cn.qifeng.evaluation;

import static io.restassured.RestAssured.given;

import cn.qifeng.evaluation.panel.domain.SessionId;
import cn.qifeng.evaluation.terminal.domain.DeviceKey;
import cn.qifeng.evaluation.terminal.domain.SeatProof;
import cn.qifeng.evaluation.terminal.domain.Terminal;
import cn.qifeng.trust.hash.Hex;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Map;
import java.util.UUID;

/** A machine with a key that does not leave it, as a browser at a seat has one. */
public final class SeatDevice {

    private final KeyPair keys = newKeys();

    /** Its public key. */
    public DeviceKey key() {
        return DeviceKey.of((ECPublicKey) keys.getPublic());
    }

    /** Its signature over a text, r ‖ s in hex. */
    public String sign(String text) {
        try {
            var signer = Signature.getInstance("SHA256withECDSAinP1363Format");
            signer.initSign(keys.getPrivate());
            signer.update(text.getBytes(StandardCharsets.UTF_8));
            return Hex.encode(signer.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Brings an activation code to the platform. */
    ValidatableResponse bring(String code) {
        return bring(code, sign(Terminal.activationText(code, key())));
    }

    ValidatableResponse bring(String code, String signature) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("code", code, "key", key().point(), "signature", signature))
                .post("/api/evaluation/terminals")
                .then();
    }

    String proof(SessionId session, UUID person, String method, String path, String nonce) {
        var text = SeatProof.text(session, person.toString(), method, path, nonce);
        return key().fingerprint() + "." + nonce + "." + sign(text);
    }

    private static KeyPair newKeys() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
