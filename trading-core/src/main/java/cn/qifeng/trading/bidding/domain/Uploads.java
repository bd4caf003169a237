package cn.qifeng.trading.bidding.domain;

import cn.qifeng.kernel.Uscc;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Repository of uploads and their frames (上传). */
public interface Uploads {

    /** Adds a new upload. */
    void add(LotKey key, Upload upload);

    /** Keeps a changed upload. */
    void save(LotKey key, Upload upload);

    /** The upload {@code id}, if it is of this lot and this bidder. */
    Optional<Upload> of(LotKey key, UUID id, Uscc bidder);

    /** The key among {@code keys} that the upload belongs to. */
    Optional<LotKey> keyOf(UUID id, Iterable<LotKey> keys);

    /** Notes a stored frame. */
    void addFrame(UUID upload, StoredFrame frame);

    /** One frame. */
    Optional<StoredFrame> frame(UUID upload, int n, int i);

    /** All frames, by file and number. */
    List<StoredFrame> frames(UUID upload);

    /** Frames of one file, by number. */
    List<StoredFrame> frames(UUID upload, int n);

    /** Forgets the frames of an upload. */
    void dropFrames(UUID upload);
}
