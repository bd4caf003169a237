package cn.qifeng.trust.secret;

import cn.qifeng.trust.TrustRefusal;
import cn.qifeng.trust.cipher.Sm4Provider;
import cn.qifeng.trust.hash.Bytes;
import cn.qifeng.trust.hash.Hkdf;
import cn.qifeng.trust.hash.Sm3;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;

/**
 * Encrypts what rests in a database under one key (静态加密), and makes blind indexes with it: SM4-GCM with a key of its
 * own for each box, so that random nonces never meet, and HMAC-SM3.
 */
public final class SecretBox {

    /** Bytes of a key. */
    public static final int KEY = 32;

    private static final int SALT = 16;
    private static final byte[] NONCE = new byte[12];

    private final byte[] key;
    private final byte[] indexKey;
    private final Sm4Provider sm4;
    private final SecureRandom random;

    /** Boxes under this key of 32 bytes. */
    public SecretBox(byte[] key, Sm4Provider sm4, SecureRandom random) {
        if (key.length != KEY) {
            throw new IllegalArgumentException("key has " + KEY + " bytes");
        }
        this.key = key.clone();
        this.indexKey = Hkdf.expand(key, Bytes.ascii("QV1 index"), KEY);
        this.sm4 = sm4;
        this.random = random;
    }

    /** A new random key. */
    public static byte[] newKey(SecureRandom random) {
        var key = new byte[KEY];
        random.nextBytes(key);
        return key;
    }

    /** Salt, ciphertext and tag of {@code plain}, bound to the place {@code context}. */
    public byte[] seal(String context, byte[] plain) {
        var salt = new byte[SALT];
        random.nextBytes(salt);
        return Bytes.concat(salt, sm4.seal(boxKey(salt), NONCE, aad(context), plain, plain.length));
    }

    /** The plain text; refuses with {@code trust/forged} under another key, in another place, or altered. */
    public byte[] open(String context, byte[] box) {
        if (box.length < SALT + Sm4Provider.TAG) {
            throw TrustRefusal.FORGED.at("box", box.length + " bytes", "at least " + (SALT + Sm4Provider.TAG));
        }
        var salt = Arrays.copyOf(box, SALT);
        return sm4.open(boxKey(salt), NONCE, aad(context), Arrays.copyOfRange(box, SALT, box.length));
    }

    /** Blind index of a value: HMAC-SM3 under a key of its own, of the context and the value. */
    public byte[] index(String context, byte[] value) {
        return Sm3.hmac(indexKey, Sm3.of(aad(context)), value);
    }

    private byte[] boxKey(byte[] salt) {
        return Hkdf.expand(Hkdf.extract(salt, key), Bytes.ascii("QV1 box"), 16);
    }

    private static byte[] aad(String context) {
        return context.getBytes(StandardCharsets.UTF_8);
    }
}
