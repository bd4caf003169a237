package cn.qifeng.trust.envelope;

import cn.qifeng.kernel.Refused;
import cn.qifeng.trust.cipher.Sm4Provider;
import java.nio.ByteBuffer;

/**
 * Verifies the frames of one file in any order and with any number of threads (逐帧验密); the plain text is thrown away.
 * Where nobody reads the file yet this is all that an opening does with it.
 */
public final class FrameCheck {

    private final Sm4Provider sm4;
    private final BidFile file;
    private final byte[] key;
    private final byte[] aad;

    FrameCheck(Sm4Provider sm4, BidOpening.Opened opened, int n) {
        this.sm4 = sm4;
        this.file = opened.header().file(n);
        this.key = opened.keys().fileKey(n);
        this.aad = Frames.aad(opened.header().core().hash(), n);
    }

    /** Which file, from 1. */
    public int n() {
        return file.n();
    }

    /** How many frames it has. */
    public int frames() {
        return file.frameCount();
    }

    /** Bytes of frame {@code i} as it is stored, tag included. */
    public int storedLength(int i) {
        return Frames.storedLength(file.length(), i);
    }

    /**
     * Decrypts frame {@code i} where it lies, from the start of the buffer to its limit, and verifies its tag; what the
     * buffer holds afterwards is of no use. Refuses with {@link EnvelopeFinding#FRAME_FORGED}.
     */
    public void check(int i, ByteBuffer frame) {
        try {
            sm4.check(key, Frames.nonce(i, i == file.frameCount() - 1), aad, frame);
        } catch (Refused forged) {
            throw EnvelopeFinding.FRAME_FORGED.at("files/" + file.n() + ".enc", "frame " + i, "a tag that verifies");
        }
    }
}
