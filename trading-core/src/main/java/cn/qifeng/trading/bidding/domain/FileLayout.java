package cn.qifeng.trading.bidding.domain;

import cn.qifeng.kernel.Facts;
import cn.qifeng.trust.cipher.Sm4Provider;
import cn.qifeng.trust.envelope.BidFile;
import cn.qifeng.trust.envelope.Frames;

/**
 * Measures of one file of an envelope (文件尺寸, docs/bid-envelope.md sections 2 and 4).
 *
 * @param n number in the envelope, from 1
 * @param length bytes of the plain file, at most 2^40
 * @param frameCount frames of 1 MiB that it is cut into; follows from the length
 */
public record FileLayout(int n, long length, int frameCount) {

    /** Refuses measures outside the format with {@link BiddingRefusal#LAYOUT}. */
    public FileLayout {
        if (length < 0 || length > BidFile.LENGTH_MAX) {
            throw BiddingRefusal.LAYOUT.with(Facts.field("files[" + n + "].length", length, "0…" + BidFile.LENGTH_MAX)
                    .map());
        }
        if (frameCount != Frames.count(length)) {
            throw BiddingRefusal.LAYOUT.with(
                    Facts.field("files[" + n + "].frameCount", frameCount, Frames.count(length))
                            .map());
        }
    }

    /** Encrypted bytes of frame {@code i}, tag included; refuses a number outside the file. */
    public int cipherBytes(int i) {
        if (i < 0 || i >= frameCount) {
            throw BiddingRefusal.LAYOUT.with(
                    Facts.field("frame", i, "0…" + (frameCount - 1)).map());
        }
        return Frames.storedLength(length, i);
    }

    /** Encrypted bytes of the whole file. */
    public long cipherBytes() {
        return length + (long) frameCount * Sm4Provider.TAG;
    }
}
