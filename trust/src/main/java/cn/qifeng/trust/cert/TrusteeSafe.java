package cn.qifeng.trust.cert;

import cn.qifeng.trust.TrustRefusal;
import cn.qifeng.trust.hash.Hex;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.json.Fields;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a trustee keeps at its own client (保管人保险箱): private keys of ceremonies and nonces of draws, by name. As a file it
 * is encrypted with a password (docs/bid-envelope.md section 9), and the trustee's page exports and imports the same file.
 */
public final class TrusteeSafe {

    /** The largest file that is parsed, bytes. */
    public static final int SIZE_MAX = 4 << 20;

    private static final int ITERATIONS = 210_000;
    private static final int SALT = 16;
    private static final int NONCE = 12;

    private final Map<String, byte[]> secrets;

    private TrusteeSafe(Map<String, byte[]> secrets) {
        this.secrets = secrets;
    }

    /** A safe without any secret. */
    public static TrusteeSafe empty() {
        return new TrusteeSafe(new TreeMap<>());
    }

    /** Opens a file; refuses with {@code trust/bad-key-file} when the password or any byte is wrong. */
    public static TrusteeSafe read(byte[] bytes, char[] password) {
        if (bytes.length > SIZE_MAX) {
            throw TrustRefusal.BAD_KEY_FILE.at("safe", bytes.length + " bytes", "at most " + SIZE_MAX);
        }
        var file = Fields.of(CanonicalJson.decode(bytes)).type("trustee-safe");
        file.exactly("type", "v", "salt", "iv", "data");
        var plain = PasswordCipher.of(password, file.hex("salt", SALT), ITERATIONS)
                .decrypt(file.hex("iv", NONCE), file.base64("data", SIZE_MAX));
        var secrets = new TreeMap<String, byte[]>();
        CanonicalJson.decode(plain)
                .fields()
                .forEachRemaining(one ->
                        secrets.put(one.getKey(), Hex.decode(one.getValue().asText())));
        return new TrusteeSafe(secrets);
    }

    /** Writes the file, encrypted with the password. */
    public byte[] write(char[] password, SecureRandom random) {
        var salt = new byte[SALT];
        var nonce = new byte[NONCE];
        random.nextBytes(salt);
        random.nextBytes(nonce);
        var plain = CanonicalJson.object();
        secrets.forEach((name, secret) -> plain.put(name, Hex.encode(secret)));
        var data = PasswordCipher.of(password, salt, ITERATIONS).encrypt(nonce, CanonicalJson.encode(plain));
        return CanonicalJson.encode(CanonicalJson.object()
                .put("type", "trustee-safe")
                .put("v", 1)
                .put("salt", Hex.encode(salt))
                .put("iv", Hex.encode(nonce))
                .put("data", Base64.getEncoder().encodeToString(data)));
    }

    /** The secret of this name. */
    public Optional<byte[]> find(String name) {
        return Optional.ofNullable(secrets.get(name)).map(byte[]::clone);
    }

    /** Names of all secrets. */
    public Set<String> names() {
        return Set.copyOf(secrets.keySet());
    }

    /** The same safe with one more secret, or another one under this name. */
    public TrusteeSafe with(String name, byte[] secret) {
        var more = new TreeMap<>(secrets);
        more.put(name, secret.clone());
        return new TrusteeSafe(more);
    }

    /** The same safe without this secret. */
    public TrusteeSafe without(String name) {
        var fewer = new TreeMap<>(secrets);
        fewer.remove(name);
        return new TrusteeSafe(fewer);
    }

    @Override
    public String toString() {
        return "TrusteeSafe" + secrets.keySet();
    }
}
