package cn.qifeng.trust.cipher;

/**
 * Port for SM4-GCM (GB/T 32907, 16-byte tag), so that a faster library or a certified module can take over. One call
 * handles one whole frame: nothing is given out before its tag was verified.
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
}
