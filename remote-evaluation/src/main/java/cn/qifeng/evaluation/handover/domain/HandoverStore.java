package cn.qifeng.evaluation.handover.domain;

import java.io.InputStream;
import java.util.UUID;

/** Store of files that are handed over (移交文件存储): a file has its place only when it is whole and as its hash says. */
public interface HandoverStore {

    /** Bytes of a file that are here, whole or not. */
    long received(UUID booking, String sm3);

    /** Whether a file is here wholly and as its hash says; bytes that nobody has hashed do not count. */
    boolean whole(UUID booking, String sm3);

    /**
     * Makes a file whole all of whose bytes are here, and which nobody hashed because the platform ended at that moment.
     * Bytes that are none of it, by their number or their hash, are dropped.
     *
     * @param length of the whole file
     */
    void settle(UUID booking, String sm3, long length);

    /** Drops a file, as far as it is here. */
    void delete(UUID booking, String sm3);

    /**
     * Adds a part behind what is here, durably when it returns; the last one makes the file whole.
     *
     * @param offset how much was here; otherwise refuses with {@link HandoverRefusal#PART}
     * @param length of the whole file
     * @return bytes that are here now
     * @throws cn.qifeng.kernel.Refused {@link HandoverRefusal#FILE_DIFFERS} when the whole has another hash: nothing of it
     *     is kept; {@link HandoverRefusal#STORAGE_FULL} when the reserve would be touched
     */
    long append(UUID booking, String sm3, long length, long offset, byte[] part);

    /** The bytes of a whole file. The caller closes the stream. */
    InputStream read(UUID booking, String sm3);
}
