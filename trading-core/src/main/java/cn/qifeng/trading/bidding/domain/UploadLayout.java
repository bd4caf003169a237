package cn.qifeng.trading.bidding.domain;

import cn.qifeng.kernel.Facts;
import cn.qifeng.trust.envelope.BidFile;
import java.util.List;

/** Measures of all files of one envelope (上传尺寸), numbered from 1 without gaps: 2 to 64 files, 8 GiB together. */
public record UploadLayout(List<FileLayout> files) {

    private static final int FILES_MIN = 2;
    private static final long BYTES_MAX = 8L << 30;

    /** Refuses a wrong number of files or wrong numbers with {@link BiddingRefusal#LAYOUT}. */
    public UploadLayout {
        files = List.copyOf(files);
        if (files.size() < FILES_MIN || files.size() > BidFile.FILES_MAX) {
            throw BiddingRefusal.LAYOUT.with(Facts.field("files", files.size(), FILES_MIN + "…" + BidFile.FILES_MAX)
                    .map());
        }
        long bytes = files.stream().mapToLong(FileLayout::length).sum();
        if (bytes > BYTES_MAX) {
            throw BiddingRefusal.LAYOUT.with(Facts.field("files", bytes, "at most " + BYTES_MAX + " bytes")
                    .map());
        }
        for (int k = 0; k < files.size(); k++) {
            if (files.get(k).n() != k + 1) {
                throw BiddingRefusal.LAYOUT.with(
                        Facts.field("files[" + k + "].n", files.get(k).n(), k + 1)
                                .map());
            }
        }
    }

    /** The file with number {@code n}; refuses a number outside the envelope. */
    public FileLayout file(int n) {
        if (n < 1 || n > files.size()) {
            throw BiddingRefusal.LAYOUT.with(
                    Facts.field("file", n, "1…" + files.size()).map());
        }
        return files.get(n - 1);
    }

    /** Encrypted bytes of all files. */
    public long cipherBytes() {
        return files.stream().mapToLong(FileLayout::cipherBytes).sum();
    }

    /** Frames of all files. */
    public int frames() {
        return files.stream().mapToInt(FileLayout::frameCount).sum();
    }
}
