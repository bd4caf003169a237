package cn.qifeng.launcher.demo;

import cn.qifeng.cli.client.Api;
import cn.qifeng.trust.hash.Hex;
import cn.qifeng.trust.hash.Sm3;
import cn.qifeng.trust.json.CanonicalJson;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

/** The machine at one seat (席位终端), as docs/api.md says what it sends: its key, its proofs and its heart-beat. */
final class SeatTerminal {

    private static final int SIDE = 32;
    private static final Duration FRESH = Duration.ofSeconds(20);

    private final String seat;
    private final KeyPair keys = keys();

    SeatTerminal(String seat) {
        this.seat = seat;
    }

    /** The seat as a member is told it, {@code 301-05}. */
    String seat() {
        return seat;
    }

    /** Binds this machine by a code of the staff. */
    void activate(Api visitor, String code) {
        var body = CanonicalJson.object()
                .put("code", code)
                .put("key", point())
                .put("signature", sign("QSD1 activation\n" + code.replace("-", "") + "\n" + point()));
        visitor.post("/api/evaluation/terminals", body);
    }

    /** Proofs of a member who sits here in this session. */
    Api.Proof of(Api member, String session) {
        return new Sitting(member, session);
    }

    private final class Sitting implements Api.Proof {

        private final Api member;
        private final String at;
        private final String session;
        private final String person;
        private ObjectNode former;
        private Instant beatAt = Instant.EPOCH;

        Sitting(Api member, String session) {
            this.member = member;
            this.session = session;
            this.at = "/api/evaluation/sessions/" + session;
            this.person = personOf(member.token());
        }

        @Override
        public String of(String method, String path) {
            if (!path.startsWith(at) || path.startsWith(at + "/seat/challenge")) {
                return null;
            }
            var given = member.post(at + "/seat/challenge", CanonicalJson.object());
            boolean beats = path.equals(at + "/seat/beats");
            if (given.path("seated").asBoolean()
                    && !beats
                    && beatAt.isBefore(Instant.now().minus(FRESH))) {
                beat();
                beat();
            }
            return proof(method, path, given.path("nonce").asText());
        }

        private void beat() {
            var body = CanonicalJson.object();
            body.set("former", former);
            long sent = System.currentTimeMillis();
            JsonNode answer = member.at(this).post(at + "/seat/beats", body);
            beatAt = Instant.now();
            former = CanonicalJson.object()
                    .put("sent", sent)
                    .put("heard", answer.path("heard").asLong())
                    .put("answered", answer.path("answered").asLong())
                    .put("received", System.currentTimeMillis());
        }

        private String proof(String method, String path, String nonce) {
            var text = String.join("\n", "QSD1 request", session, person, method, path.replaceAll("\\?.*", ""), nonce);
            return Sm3.hex(Hex.decode(point())) + "." + nonce + "." + sign(text);
        }
    }

    private static String personOf(String token) {
        var claims = CanonicalJson.read(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
        return claims.path("sub").asText();
    }

    private String point() {
        var point = ((ECPublicKey) keys.getPublic()).getW();
        return "04" + side(point.getAffineX()) + side(point.getAffineY());
    }

    private static String side(BigInteger value) {
        var bytes = value.toByteArray();
        var side = new byte[SIDE];
        int length = Math.min(SIDE, bytes.length);
        System.arraycopy(bytes, bytes.length - length, side, SIDE - length, length);
        return Hex.encode(side);
    }

    private String sign(String text) {
        try {
            var signer = Signature.getInstance("SHA256withECDSAinP1363Format");
            signer.initSign(keys.getPrivate());
            signer.update(text.getBytes(StandardCharsets.UTF_8));
            return Hex.encode(signer.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair keys() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
