package cn.qifeng.trading.bidding.domain;

import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Optional;

/** Where encrypted frames lie (对象存储). Ids are random, so a listing tells nothing about lots or bidders. */
public interface ObjectStore {

    /** One stored object: its random id, SM3 of its bytes in hex, its first bytes (at most 512) and its length. */
    record Stored(String id, String sm3, byte[] start, long length) {}

    /** Whether this can be the id of an object: 32 hexadecimal digits in lower case. */
    static boolean idHolds(String id) {
        return id.matches("[0-9a-f]{32}");
    }

    /**
     * Stores everything the stream gives, durably when it returns. Memory does not grow with the length.
     *
     * @param lengthMax refuses a longer stream with {@link BiddingRefusal#FRAME_LENGTH}, nothing kept
     * @throws cn.qifeng.kernel.Refused {@link BiddingRefusal#STORAGE_FULL} when the reserve would be touched
     */
    Stored put(InputStream bytes, long lengthMax);

    /** The bytes of one object; empty when there is none. The caller closes the stream. */
    Optional<InputStream> open(String id);

    /**
     * Reads one object from its start into the buffer's rest, as far as it goes.
     *
     * @return length of the whole object in bytes, or -1 when there is none
     */
    long read(String id, ByteBuffer into);

    /** Length of one object in bytes, or -1 when there is none. */
    long length(String id);

    /** Removes one object; removing what is gone already is no error. */
    void delete(String id);

    /** Refuses with {@link BiddingRefusal#STORAGE_FULL} when {@code bytes} more would touch the reserve. */
    void reserve(long bytes);
}
