package cn.qifeng.trust.gcrypt;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.PointerByReference;

/** The functions of libgcrypt (LGPL, 1.10 or newer) that frames need, named as in its manual; sizes are 64-bit. */
final class Libgcrypt {

    static final String LIBRARY = "gcrypt";
    static final String SONAME = "libgcrypt.so.20";

    static final int CIPHER_SM4 = 318;
    static final int MODE_GCM = 9;
    static final int MD_SM3 = 326;

    private static final int DISABLE_SECURE_MEMORY = 37;
    private static final int INITIALIZATION_FINISHED = 38;
    private static final int SIZE_BYTES = 8;

    private Libgcrypt() {}

    /** Binds and initialises the library, and tells its version; throws {@link UnsatisfiedLinkError} when it is absent. */
    static String bind() {
        if (Native.SIZE_T_SIZE != SIZE_BYTES) {
            throw new UnsatisfiedLinkError("libgcrypt is used on 64-bit systems only");
        }
        try {
            Native.register(Libgcrypt.class, SONAME);
        } catch (UnsatisfiedLinkError notUnderThatName) {
            Native.register(Libgcrypt.class, LIBRARY);
        }
        var version = gcry_check_version(null);
        gcry_control(DISABLE_SECURE_MEMORY, 0);
        gcry_control(INITIALIZATION_FINISHED, 0);
        return version;
    }

    static native String gcry_check_version(String wanted);

    static native int gcry_control(int command, int argument);

    static native int gcry_cipher_open(PointerByReference handle, int algorithm, int mode, int flags);

    static native void gcry_cipher_close(Pointer handle);

    static native int gcry_cipher_setkey(Pointer handle, byte[] key, long length);

    static native int gcry_cipher_setiv(Pointer handle, byte[] nonce, long length);

    static native int gcry_cipher_authenticate(Pointer handle, byte[] aad, long length);

    static native int gcry_cipher_encrypt(Pointer handle, byte[] inPlace, long size, Pointer in, long inLength);

    static native int gcry_cipher_decrypt(Pointer handle, byte[] inPlace, long size, Pointer in, long inLength);

    static native int gcry_cipher_decrypt(Pointer handle, Pointer inPlace, long size, Pointer in, long inLength);

    static native int gcry_cipher_gettag(Pointer handle, byte[] tag, long length);

    static native int gcry_cipher_checktag(Pointer handle, byte[] tag, long length);

    static native void gcry_md_hash_buffer(int algorithm, byte[] digest, byte[] bytes, long length);
}
