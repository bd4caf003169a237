package cn.qifeng.trust.sign;

/**
 * Port for the bare SM2 signature with SM3 and the user id {@code 1234567812345678} (裸签名接口), so that a UKey (GM/T 0016), a
 * hardware module (GM/T 0018) or a signing server (GM/T 0029) can hold the key.
 */
@FunctionalInterface
public interface RawSigner {

    /** DER of r and s over the content. */
    byte[] sign(byte[] content);
}
