package cn.qifeng.trust.envelope;

import cn.qifeng.trust.cipher.Sm4Provider;
import cn.qifeng.trust.hash.Bytes;
import cn.qifeng.trust.hash.Sm3;

/** How a file is cut into frames (密文分帧, docs/bid-envelope.md section 4). */
public final class Frames {

    /** Plain bytes of a full frame. */
    public static final int SIZE = 1 << 20;

    /** Stored bytes of a full frame, tag included. */
    public static final int STORED_MAX = SIZE + Sm4Provider.TAG;

    private static final int NONCE = 12;

    private Frames() {}

    /** Number of frames of a file: max(1, ceil(length / 1048576)). */
    public static int count(long length) {
        return (int) Math.max(1, (length + SIZE - 1) / SIZE);
    }

    /** Number of the frame in which a plain byte of a file lies. */
    public static int of(long position) {
        return (int) (position / SIZE);
    }

    /** Plain bytes of frame {@code i} of a file. */
    public static int plainLength(long length, int i) {
        return (int) Math.min(SIZE, length - (long) i * SIZE);
    }

    /** Stored bytes of frame {@code i} of a file, tag included. */
    public static int storedLength(long length, int i) {
        return plainLength(length, i) + Sm4Provider.TAG;
    }

    /** Nonce of a frame: seven zero bytes, number, last-frame flag. */
    public static byte[] nonce(int i, boolean last) {
        var nonce = new byte[NONCE];
        System.arraycopy(Bytes.u32(i), 0, nonce, 7, 4);
        nonce[NONCE - 1] = (byte) (last ? 1 : 0);
        return nonce;
    }

    /** Additional data of all frames of file {@code n}. */
    public static byte[] aad(byte[] core, int n) {
        return Bytes.concat(core, Bytes.u32(n));
    }

    /** {@code cipherSm3} from the SM3s of the frames in order. */
    public static byte[] cipherSm3(Iterable<byte[]> frameHashes) {
        var all = new Sm3();
        frameHashes.forEach(all::update);
        return all.digest();
    }
}
