package cn.qifeng.trust.cert;

import cn.qifeng.trust.TrustRefusal;
import cn.qifeng.trust.cipher.Sm2;
import cn.qifeng.trust.hash.Hex;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.json.Fields;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/**
 * A person's software key as a file QKF1 (软证书密钥文件, docs/bid-envelope.md section 9): the signing key with its
 * certificate, and optionally the person's own encryption key.
 */
public record KeyFile(Credential credential, Optional<BigInteger> encryptionKey) {

    /** The largest file that is parsed, bytes. */
    public static final int SIZE_MAX = 65_536;

    private static final int ITERATIONS = 210_000;
    private static final int ITERATIONS_MIN = 100_000;
    private static final int ITERATIONS_MAX = 10_000_000;
    private static final int SALT = 16;
    private static final int NONCE = 12;
    private static final int CHAIN_MAX = 4;
    private static final String KDF = "PBKDF2-HMAC-SHA256";
    private static final String CIPHER = "AES-256-GCM";

    /** Writes the file, encrypted with the password. */
    public byte[] write(char[] password, SecureRandom random) {
        var salt = new byte[SALT];
        var nonce = new byte[NONCE];
        random.nextBytes(salt);
        random.nextBytes(nonce);
        var data = PasswordCipher.of(password, salt, ITERATIONS).encrypt(nonce, CanonicalJson.encode(content()));
        var file = CanonicalJson.object().put("type", "key-file").put("v", 1).put("cipher", CIPHER);
        file.putObject("kdf").put("name", KDF).put("iterations", ITERATIONS).put("salt", Hex.encode(salt));
        file.put("nonce", Hex.encode(nonce)).put("data", Base64.getEncoder().encodeToString(data));
        return CanonicalJson.encode(file);
    }

    /** Opens a file; refuses with {@code trust/bad-key-file} when the password or any byte is wrong. */
    public static KeyFile read(byte[] bytes, char[] password) {
        if (bytes.length > SIZE_MAX) {
            throw TrustRefusal.BAD_KEY_FILE.at("keyFile", bytes.length + " bytes", "at most " + SIZE_MAX);
        }
        var file = Fields.of(CanonicalJson.decode(bytes)).type("key-file");
        file.exactly("type", "v", "kdf", "cipher", "nonce", "data");
        var kdf = file.object("kdf").exactly("name", "iterations", "salt");
        if (!KDF.equals(kdf.text("name")) || !CIPHER.equals(file.text("cipher"))) {
            throw TrustRefusal.BAD_KEY_FILE.at("cipher", file.text("cipher"), KDF + ", " + CIPHER);
        }
        int iterations = (int) kdf.integer("iterations", ITERATIONS_MIN, ITERATIONS_MAX);
        var nonce = file.hex("nonce", NONCE);
        var data = file.base64("data", SIZE_MAX);
        var content =
                PasswordCipher.of(password, kdf.hex("salt", SALT), iterations).decrypt(nonce, data);
        return of(Fields.of(CanonicalJson.decode(content)));
    }

    private ObjectNode content() {
        var content = CanonicalJson.object()
                .put("signKey", Hex.encode(Sm2.bytes32(credential.privateKey())))
                .put("certificate", Certificates.base64(credential.certificate()));
        var chain = content.putArray("chain");
        credential.chain().forEach(issuer -> chain.add(Certificates.base64(issuer)));
        encryptionKey.ifPresent(key -> content.put("encryptionKey", Hex.encode(Sm2.bytes32(key))));
        return content;
    }

    private static KeyFile of(Fields content) {
        boolean own = content.doc().has("encryptionKey");
        if (own) {
            content.exactly("signKey", "certificate", "chain", "encryptionKey");
        } else {
            content.exactly("signKey", "certificate", "chain");
        }
        var chain = content.array("chain", CHAIN_MAX).stream()
                .map(issuer -> Certificates.parseBase64("chain", issuer.asText()))
                .toList();
        var certificate = Certificates.parseBase64("certificate", content.text("certificate"));
        var credential = new Credential(Sm2.privateKey(content.hex("signKey", 32)), certificate, chain);
        return new KeyFile(
                credential, own ? Optional.of(Sm2.privateKey(content.hex("encryptionKey", 32))) : Optional.empty());
    }

    @Override
    public String toString() {
        return "KeyFile[" + credential + "]";
    }
}
