package cn.qifeng.trust.gcrypt;

import static cn.qifeng.trust.gcrypt.Libgcrypt.CIPHER_SM4;
import static cn.qifeng.trust.gcrypt.Libgcrypt.MD_SM3;
import static cn.qifeng.trust.gcrypt.Libgcrypt.MODE_GCM;
import static cn.qifeng.trust.gcrypt.Libgcrypt.gcry_cipher_authenticate;
import static cn.qifeng.trust.gcrypt.Libgcrypt.gcry_cipher_checktag;
import static cn.qifeng.trust.gcrypt.Libgcrypt.gcry_cipher_close;
import static cn.qifeng.trust.gcrypt.Libgcrypt.gcry_cipher_decrypt;
import static cn.qifeng.trust.gcrypt.Libgcrypt.gcry_cipher_encrypt;
import static cn.qifeng.trust.gcrypt.Libgcrypt.gcry_cipher_gettag;
import static cn.qifeng.trust.gcrypt.Libgcrypt.gcry_cipher_open;
import static cn.qifeng.trust.gcrypt.Libgcrypt.gcry_cipher_setiv;
import static cn.qifeng.trust.gcrypt.Libgcrypt.gcry_cipher_setkey;
import static cn.qifeng.trust.gcrypt.Libgcrypt.gcry_md_hash_buffer;

import cn.qifeng.kernel.Refused;
import cn.qifeng.trust.TrustRefusal;
import cn.qifeng.trust.cipher.Sm4Provider;
import cn.qifeng.trust.hash.Sm3;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.PointerByReference;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** SM4-GCM and SM3 by libgcrypt: several times as fast as BouncyCastle, and without tables in the cache. */
final class GcryptSm4 implements Sm4Provider {

    private static final int CHECKSUM_ERROR = 10;
    private static final int CODE_MASK = 0xFFFF;

    @Override
    public byte[] seal(byte[] key, byte[] nonce, byte[] aad, byte[] plain, int length) {
        var handle = handle(key, nonce, aad);
        try {
            var frame = Arrays.copyOf(plain, length + TAG);
            Arrays.fill(frame, length, frame.length, (byte) 0);
            if (length > 0) {
                require(gcry_cipher_encrypt(handle, frame, length, null, 0));
            }
            var tag = new byte[TAG];
            require(gcry_cipher_gettag(handle, tag, TAG));
            System.arraycopy(tag, 0, frame, length, TAG);
            return frame;
        } finally {
            gcry_cipher_close(handle);
        }
    }

    @Override
    public byte[] open(byte[] key, byte[] nonce, byte[] aad, byte[] frame) {
        if (frame.length < TAG) {
            throw TrustRefusal.FORGED.at("frame", frame.length + " bytes", "at least " + TAG);
        }
        int length = frame.length - TAG;
        var handle = handle(key, nonce, aad);
        try {
            var plain = Arrays.copyOf(frame, length);
            if (length > 0) {
                require(gcry_cipher_decrypt(handle, plain, length, null, 0));
            }
            if (!verifies(handle, Arrays.copyOfRange(frame, length, frame.length))) {
                Arrays.fill(plain, (byte) 0);
                throw forged();
            }
            return plain;
        } finally {
            gcry_cipher_close(handle);
        }
    }

    /** A buffer outside the heap is decrypted where it lies. */
    @Override
    public void check(byte[] key, byte[] nonce, byte[] aad, ByteBuffer frame) {
        if (!frame.isDirect()) {
            Sm4Provider.super.check(key, nonce, aad, frame);
            return;
        }
        int length = frame.limit() - TAG;
        if (length < 0) {
            throw TrustRefusal.FORGED.at("frame", frame.limit() + " bytes", "at least " + TAG);
        }
        var tag = new byte[TAG];
        frame.get(length, tag);
        var handle = handle(key, nonce, aad);
        try {
            if (length > 0) {
                require(gcry_cipher_decrypt(handle, Native.getDirectBufferPointer(frame), length, null, 0));
            }
            if (!verifies(handle, tag)) {
                throw forged();
            }
        } finally {
            gcry_cipher_close(handle);
        }
    }

    private static boolean verifies(Pointer handle, byte[] tag) {
        int verdict = gcry_cipher_checktag(handle, tag, TAG);
        if ((verdict & CODE_MASK) == CHECKSUM_ERROR) {
            return false;
        }
        require(verdict);
        return true;
    }

    private static Refused forged() {
        return TrustRefusal.FORGED.at("frame", "tag differs", "a tag that verifies");
    }

    @Override
    public byte[] sm3(byte[] frame) {
        var digest = new byte[Sm3.LENGTH];
        gcry_md_hash_buffer(MD_SM3, digest, frame, frame.length);
        return digest;
    }

    private static Pointer handle(byte[] key, byte[] nonce, byte[] aad) {
        var reference = new PointerByReference();
        require(gcry_cipher_open(reference, CIPHER_SM4, MODE_GCM, 0));
        var handle = reference.getValue();
        try {
            require(gcry_cipher_setkey(handle, key, key.length));
            require(gcry_cipher_setiv(handle, nonce, nonce.length));
            if (aad.length > 0) {
                require(gcry_cipher_authenticate(handle, aad, aad.length));
            }
            return handle;
        } catch (RuntimeException failed) {
            gcry_cipher_close(handle);
            throw failed;
        }
    }

    private static void require(int error) {
        if (error != 0) {
            throw new IllegalStateException("libgcrypt error " + (error & CODE_MASK));
        }
    }
}
