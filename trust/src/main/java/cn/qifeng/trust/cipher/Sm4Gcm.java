package cn.qifeng.trust.cipher;

import cn.qifeng.trust.TrustRefusal;
import java.util.Arrays;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.modes.GCMModeCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;

/** SM4-GCM by BouncyCastle (分组加密), about 60 MB/s a core. Without state, so one instance serves all threads. */
public final class Sm4Gcm implements Sm4Provider {

    /** Bytes of a key. */
    public static final int KEY = 16;

    @Override
    public byte[] seal(byte[] key, byte[] nonce, byte[] aad, byte[] plain, int length) {
        var gcm = cipher(true, key, nonce, aad);
        var out = new byte[length + TAG];
        try {
            int written = gcm.processBytes(plain, 0, length, out, 0);
            gcm.doFinal(out, written);
            return out;
        } catch (InvalidCipherTextException never) {
            throw new IllegalStateException(never);
        }
    }

    @Override
    public byte[] open(byte[] key, byte[] nonce, byte[] aad, byte[] frame) {
        if (frame.length < TAG) {
            throw TrustRefusal.FORGED.at("frame", frame.length + " bytes", "at least " + TAG);
        }
        var gcm = cipher(false, key, nonce, aad);
        var out = new byte[gcm.getOutputSize(frame.length)];
        try {
            int written = gcm.processBytes(frame, 0, frame.length, out, 0);
            gcm.doFinal(out, written);
            return out;
        } catch (InvalidCipherTextException forged) {
            Arrays.fill(out, (byte) 0);
            throw TrustRefusal.FORGED.at("frame", "tag differs", "a tag that verifies");
        }
    }

    private static GCMModeCipher cipher(boolean seal, byte[] key, byte[] nonce, byte[] aad) {
        var gcm = GCMBlockCipher.newInstance(new SM4Engine());
        gcm.init(seal, new AEADParameters(new KeyParameter(key), TAG * 8, nonce, aad));
        return gcm;
    }
}
