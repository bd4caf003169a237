package cn.qifeng.trust.cert;

import cn.qifeng.kernel.Refused;
import cn.qifeng.trust.TrustRefusal;
import java.security.GeneralSecurityException;
import java.text.Normalizer;
import javax.crypto.Cipher;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/** AES-256-GCM under a key that PBKDF2 with HMAC-SHA-256 makes of a password (NFC, UTF-8), as browsers have it too. */
final class PasswordCipher {

    private static final int KEY_BITS = 256;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec key;

    private PasswordCipher(SecretKeySpec key) {
        this.key = key;
    }

    static PasswordCipher of(char[] password, byte[] salt, int iterations) {
        var normal =
                Normalizer.normalize(new String(password), Normalizer.Form.NFC).toCharArray();
        var spec = new PBEKeySpec(normal, salt, iterations, KEY_BITS);
        try {
            var secret = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec);
            return new PasswordCipher(new SecretKeySpec(secret.getEncoded(), "AES"));
        } catch (GeneralSecurityException empty) {
            throw wrongPassword();
        } finally {
            spec.clearPassword();
        }
    }

    byte[] encrypt(byte[] nonce, byte[] plain) {
        return crypt(Cipher.ENCRYPT_MODE, nonce, plain);
    }

    /** Refuses with {@code trust/bad-key-file} when the password or any byte is wrong. */
    byte[] decrypt(byte[] nonce, byte[] data) {
        return crypt(Cipher.DECRYPT_MODE, nonce, data);
    }

    private byte[] crypt(int mode, byte[] nonce, byte[] data) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            return cipher.doFinal(data);
        } catch (GeneralSecurityException wrong) {
            throw wrongPassword();
        }
    }

    private static Refused wrongPassword() {
        return TrustRefusal.BAD_KEY_FILE.at("password", "does not open the file", "the password of this key file");
    }
}
