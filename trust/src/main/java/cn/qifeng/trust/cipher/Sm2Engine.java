package cn.qifeng.trust.cipher;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.function.UnaryOperator;

/**
 * Port for SM2 signatures (签名算法接口, GB/T 32918.2) with SM3 and the user id {@code 1234567812345678}, so that a faster
 * implementation or a certified module can take over. It serves all threads.
 */
interface Sm2Engine {

    /**
     * Whether a signature verifies.
     *
     * @param publicKey uncompressed point; refused with {@code trust/bad-key} when it is none of the curve
     * @param content what was signed
     * @param signature DER of r and s; whatever else it is does not verify
     */
    boolean verify(byte[] publicKey, byte[] content, byte[] signature);

    /**
     * Makes signatures, DER of r and s, one after another; for one thread at a time. Each takes 32 bytes of the source as its
     * secret number, and others in their place when they are out of range.
     */
    UnaryOperator<byte[]> signer(BigInteger privateKey, SecureRandom random);
}
