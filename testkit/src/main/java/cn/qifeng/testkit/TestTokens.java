package cn.qifeng.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Mints the platform's tokens (ES256) in a test, with keys made for this test run. */
public final class TestTokens {

    private static final long LIFE_SECONDS = 900;
    private static final List<String> SERVICES = List.of("trading-core", "remote-evaluation", "guarantee-bond");
    private static final long YOUNG_SECONDS = LIFE_SECONDS / 3;
    private static final Map<List<Object>, Minted> MINTED = new ConcurrentHashMap<>();
    private static final String SECRET = UUID.randomUUID().toString();
    private static final KeyPair KEYS = makeKeys();
    private static final Path FOLDER = write();

    private TestTokens() {}

    /** A token, and when it was made, in seconds. */
    private record Minted(long at, String token) {}

    /** Settings with which a service trusts these tokens, runs as sandbox and can prove itself. */
    public static Map<String, String> config() {
        var config = new LinkedHashMap<String, String>();
        config.put("qifeng.mode", "SANDBOX");
        config.put("qifeng.data", FOLDER.resolve("data").toString());
        config.put("qifeng.token.public-key", FOLDER.resolve("token.pub.pem").toString());
        config.put("qifeng.token.private-key", FOLDER.resolve("token.pem").toString());
        config.put("qifeng.service.secret", SECRET);
        SERVICES.forEach(name -> config.put("qifeng.services." + name + ".secret-sha256", sha256(SECRET)));
        return config;
    }

    /** The secret with which every service of this test proves itself. */
    public static String serviceSecret() {
        return SECRET;
    }

    /** A token of some person with these roles and no party. */
    public static String of(String... roles) {
        return of(UUID.randomUUID(), null, null, roles);
    }

    /**
     * A token of this person.
     *
     * @param party the party for which it acts, or {@code null}
     * @param certificate id of the certificate that opened the session, or {@code null}
     */
    public static String of(UUID person, UUID party, String certificate, String... roles) {
        return mint(person.toString(), party, certificate, roles);
    }

    /** The token of a service of the platform. */
    public static String ofService(String name) {
        return mint(name, null, null, "service");
    }

    /**
     * Tokens of a centre operator that no service may take, by what is wrong with them: expired, of another issuer, signed
     * by a foreign key, without signature, signed with the public key as a shared secret, and changed after signing.
     */
    public static Map<String, String> forged() {
        var forged = new LinkedHashMap<String, String>();
        long now = Instant.now().getEpochSecond();
        String es256 = "{\"alg\":\"ES256\",\"typ\":\"JWT\"}";
        String good = claims("qifeng", now, "centre");
        forged.put("expired", signed(es256, claims("qifeng", now - 2 * LIFE_SECONDS, "centre"), KEYS.getPrivate()));
        forged.put("of another issuer", signed(es256, claims("elsewhere", now, "centre"), KEYS.getPrivate()));
        forged.put("signed by a foreign key", signed(es256, good, makeKeys().getPrivate()));
        forged.put("without signature", base64("{\"alg\":\"none\",\"typ\":\"JWT\"}") + "." + base64(good) + ".");
        forged.put("signed with the public key as a secret", hmac(good));
        String[] parts = signed(es256, claims("qifeng", now, "bidder"), KEYS.getPrivate())
                .split("\\.");
        forged.put("changed after signing", parts[0] + "." + base64(good) + "." + parts[2]);
        return forged;
    }

    private static String claims(String issuer, long from, String role) {
        return "{\"iss\":\"" + issuer + "\",\"sub\":\"" + UUID.randomUUID() + "\",\"iat\":" + from + ",\"exp\":"
                + (from + LIFE_SECONDS) + ",\"sandbox\":true,\"groups\":[\"" + role + "\"]}";
    }

    private static String hmac(String claims) {
        String signed = base64("{\"alg\":\"HS256\",\"typ\":\"JWT\"}") + "." + base64(claims);
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(
                    pem("PUBLIC KEY", KEYS.getPublic()).getBytes(StandardCharsets.US_ASCII), "HmacSHA256"));
            return signed + "."
                    + Base64.getUrlEncoder()
                            .withoutPadding()
                            .encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One token for the same words as long as it is young: a service remembers a token that it has verified. */
    private static String mint(String subject, UUID party, String certificate, String... roles) {
        long now = Instant.now().getEpochSecond();
        var words = Arrays.asList(subject, party, certificate, List.of(roles));
        return MINTED.compute(
                        words,
                        (same, had) -> had != null && now - had.at() < YOUNG_SECONDS
                                ? had
                                : new Minted(now, minted(now, subject, party, certificate, roles)))
                .token();
    }

    private static String minted(long now, String subject, UUID party, String certificate, String... roles) {
        var claims = new StringBuilder("{\"iss\":\"qifeng\",\"sub\":\"" + subject + "\",\"iat\":" + now + ",\"exp\":"
                + (now + LIFE_SECONDS) + ",\"sandbox\":true,\"groups\":"
                + List.of(roles).stream().map(role -> "\"" + role + "\"").collect(Collectors.joining(",", "[", "]")));
        if (party != null) {
            claims.append(",\"party\":\"").append(party).append('"');
        }
        if (certificate != null) {
            claims.append(",\"cert\":\"").append(certificate).append('"');
        }
        return signed("{\"alg\":\"ES256\",\"typ\":\"JWT\"}", claims.append('}').toString(), KEYS.getPrivate());
    }

    private static String signed(String header, String claims, PrivateKey key) {
        String signed = base64(header) + "." + base64(claims);
        try {
            var signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initSign(key);
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return signed + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair makeKeys() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path write() {
        try {
            Path folder = Files.createTempDirectory("qifeng-test");
            Files.writeString(folder.resolve("token.pem"), pem("PRIVATE KEY", KEYS.getPrivate()));
            Files.writeString(folder.resolve("token.pub.pem"), pem("PUBLIC KEY", KEYS.getPublic()));
            Files.createDirectories(folder.resolve("data"));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String pem(String label, Key key) {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded());
        return "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n";
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String sha256(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
