package cn.qifeng.trading.bidding.domain;

import cn.qifeng.kernel.Facts;

/**
 * Measures of one file of an envelope (docs/bid-envelope.md sections 2 and 4).
 *
 * @param n number in the envelope, from 1
 * @param length bytes of the plain file, at most 2^40
 * @param frameCount frames of 1 MiB that it is cut into; follows from the length
 */
public record FileLayout(int n, long length, int frameCount) {

    /** Plain bytes of every frame but the last. */
    public static final int FRAME_BYTES = 1 << 20;

    /** Bytes that the authentication tag adds to a frame. */
    public static final int TAG_BYTES = 16;

    private static final long LENGTH_MAX = 1L << 40;

    /** Refuses measures outside the format with {@link BiddingRefusal#LAYOUT}. */
    public FileLayout {
        if (length < 0 || length > LENGTH_MAX) {
            throw BiddingRefusal.LAYOUT.with(Facts.field("files[" + n + "].length", length, "0…" + LENGTH_MAX)
                    .map());
        }
        if (frameCount != framesFor(length)) {
            throw BiddingRefusal.LAYOUT.with(Facts.field("files[" + n + "].frameCount", frameCount, framesFor(length))
                    .map());
        }
    }

    /** Frames of a file of {@code length} bytes: an empty file has one. */
    public static int framesFor(long length) {
        return (int) Math.max(1, (length + FRAME_BYTES - 1) / FRAME_BYTES);
    }

    /** Encrypted bytes of frame {@code i}, tag included; refuses a number outside the file. */
    public int cipherBytes(int i) {
        if (i < 0 || i >= frameCount) {
            throw BiddingRefusal.LAYOUT.with(
                    Facts.field("frame", i, "0…" + (frameCount - 1)).map());
        }
        return (int) Math.min(FRAME_BYTES, length - (long) i * FRAME_BYTES) + TAG_BYTES;
    }

    /** Encrypted bytes of the whole file. */
    public long cipherBytes() {
        return length + (long) frameCount * TAG_BYTES;
    }
}
