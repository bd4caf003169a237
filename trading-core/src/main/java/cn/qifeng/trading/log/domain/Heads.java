package cn.qifeng.trading.log.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Repository of heads and their witnesses (日志头库). */
public interface Heads {

    /** The newest head, whether published or not. */
    Optional<SignedHead> newest();

    /** The newest head that at least this many witnesses signed. */
    Optional<SignedHead> newestPublished(int threshold);

    /** The smallest head over the leaf {@code index} that at least this many witnesses signed. */
    Optional<SignedHead> firstPublishedOver(long index, int threshold);

    /** Heads from this size on, oldest first, at most {@code max}. */
    List<SignedHead> from(long size, int max);

    /** Keeps a head. */
    void add(SignedHead head, Instant madeAt);

    /** Keeps a witness's signature on a head; the same one again changes nothing. */
    void addSignature(long size, WitnessSignature signature);
}
