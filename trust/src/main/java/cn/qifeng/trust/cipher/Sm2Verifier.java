package cn.qifeng.trust.cipher;

/**
 * Port for the verification of SM2 signatures (验签接口, GB/T 32918.2) with SM3 and the user id {@code 1234567812345678}, so that
 * a faster implementation or a certified module can take over. It serves all threads.
 */
@FunctionalInterface
interface Sm2Verifier {

    /**
     * Whether a signature verifies.
     *
     * @param publicKey uncompressed point; refused with {@code trust/bad-key} when it is none of the curve
     * @param content what was signed
     * @param signature DER of r and s; whatever else it is does not verify
     */
    boolean verify(byte[] publicKey, byte[] content, byte[] signature);
}
