package cn.qifeng.trust.cipher;

import cn.qifeng.trust.hash.Sm3;
import java.nio.ByteBuffer;

/**
 * Port for SM4-GCM (分组加密接口, GB/T 32907, 16-byte tag) and the SM3 of its frames, so that a faster library or a certified module
 * can take over. One call handles one whole frame: nothing is given out before its tag was verified. An implementation
 * has no state and serves all threads.
 */
public interface Sm4Provider {

    /** Bytes of the tag that ends each frame. */
    int TAG = 16;

    /**
     * Ciphertext followed by the tag.
     *
     * @param key 16 bytes
     * @param nonce 12 bytes, never twice under one key
     * @param aad authenticated, not encrypted
     * @param plain array that holds the plain text
     * @param length how many bytes of it, from the start
     */
    byte[] seal(byte[] key, byte[] nonce, byte[] aad, byte[] plain, int length);

    /** The plain text; refuses with {@code trust/forged} when the tag does not verify. */
    byte[] open(byte[] key, byte[] nonce, byte[] aad, byte[] frame);

    /**
     * Decrypts a frame and throws the plain text away: all that is told is whether the tag verifies.
     *
     * @param frame from its start to its limit; what it holds afterwards is of no use
     * @throws cn.qifeng.kernel.Refused {@code trust/forged} when the tag does not verify
     */
    default void check(byte[] key, byte[] nonce, byte[] aad, ByteBuffer frame) {
        var bytes = new byte[frame.limit()];
        frame.get(0, bytes);
        open(key, nonce, aad, bytes);
    }

    /** SM3 of a whole frame as it is stored, 32 bytes. */
    default byte[] sm3(byte[] frame) {
        return Sm3.of(frame);
    }
}
