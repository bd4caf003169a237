package cn.qifeng.trading.bidding.domain;

import cn.qifeng.kernel.Uscc;
import java.util.Collection;
import java.util.List;
import java.util.Map;
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

    /** Those of these uploads, at most {@link Bids#TOGETHER_MAX}, that are of this lot, whosever they are, by id. */
    Map<UUID, Upload> of(LotKey key, Collection<UUID> ids);

    /** Keeps uploads that seals refer to, in a transaction that passed the gate as their bidders. */
    void sealed(LotKey key, List<Upload> used);

    /** The key among {@code keys} that the upload belongs to. */
    Optional<LotKey> keyOf(UUID id, Iterable<LotKey> keys);

    /** Notes a stored frame. */
    void addFrame(UUID upload, StoredFrame frame);

    /** One frame. */
    Optional<StoredFrame> frame(UUID upload, int n, int i);

    /** All frames, by file and number. */
    List<StoredFrame> frames(UUID upload);

    /** SM3s of the frames of these uploads, at most {@link Bids#TOGETHER_MAX}: by upload and file, in order, hex. */
    Map<UUID, Map<Integer, List<String>>> frameHashes(Collection<UUID> uploads);

    /** Frames of one file, by number. */
    List<StoredFrame> frames(UUID upload, int n);

    /** Forgets the frames of an upload. */
    void dropFrames(UUID upload);
}
