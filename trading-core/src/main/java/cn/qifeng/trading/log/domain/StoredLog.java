package cn.qifeng.trading.log.domain;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The log exactly as it is stored (存证日志原样), for re-hashing: read in parts, in an order, without trusting anything of it.
 * Each call runs in the caller's transaction.
 */
public interface StoredLog {

    /**
     * A content that has a place, with the entry that it stands for.
     *
     * @param nonce leaf nonce, hex
     * @param entry empty for a sealed content
     * @param sealed whether sealed bytes are kept for it
     */
    record Content(String hash, String nonce, long index, Optional<Row> entry, boolean sealed) {}

    /** An entry: its columns and its texts as they are stored; {@code tender} and {@code n} may be {@code null}. */
    record Row(String tender, Long n, String type, String head, String salt, String body) {}

    /** One link of a tender's chain. */
    record Link(long n, String hash, String head) {}

    /** The end of a tender's chain. */
    record End(String tender, long n, String hash) {}

    /** Contents at the places from {@code from} to before {@code to}, by place, a few in memory at a time. */
    void contents(long from, long to, Consumer<Content> each);

    /** Bytes of the tiles from {@code from} to before {@code to}, by number; absent ones are absent. */
    Map<Long, byte[]> tiles(long from, long to);

    /** Nodes of a level with index from {@code from} to before {@code to}, hex by index; absent ones are absent. */
    Map<Long, String> nodes(int level, long from, long to);

    /** The end of the first chain behind this tender's, by tender id as text. */
    Optional<End> endAfter(String tender);

    /** Links of a tender's chain behind number {@code n}, by number. */
    List<Link> links(String tender, long n, int max);
}
