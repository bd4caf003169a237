package cn.qifeng.trading.access;

import static io.restassured.RestAssured.given;

import cn.qifeng.kernel.Uscc;
import cn.qifeng.trust.cert.Certificates;
import cn.qifeng.trust.cert.Credential;
import cn.qifeng.trust.cipher.Sm2;
import cn.qifeng.trust.hash.Hex;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** New keys with certificates of the sandbox CA, and credit codes that nobody has. */
final class SandboxCertificates {

    private static final SecureRandom RANDOM = new SecureRandom();

    private SandboxCertificates() {}

    static Credential of(String name, Uscc uscc) {
        var key = Sm2.newPrivateKey(RANDOM);
        byte[] point = Sm2.publicKey(key);
        var form = Map.of(
                "name",
                name,
                "uscc",
                uscc.value(),
                "publicKey",
                Hex.encode(point),
                "proof",
                Hex.encode(Sm2.sign(key, point, RANDOM)));
        String der = given().contentType("application/json")
                .body(form)
                .post("/api/core/sandbox/certificates")
                .then()
                .statusCode(200)
                .extract()
                .path("certificate");
        return new Credential(key, Certificates.parse(Base64.getDecoder().decode(der)), List.of());
    }

    static Uscc freshCode() {
        while (true) {
            var code = "91330703XX%08d".formatted(RANDOM.nextInt(100_000_000));
            if (Uscc.isValid(code)) {
                return new Uscc(code);
            }
        }
    }
}
