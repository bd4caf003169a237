package cn.qifeng.evaluation.handover.domain;

import java.io.InputStream;
import java.util.UUID;

/** Store of files that are handed over (移交文件存储): a file has its place only when it is whole and as its hash says. */
public interface HandoverStore {

    /** Bytes of a file that are here. */
    long received(UUID booking, String sm3);

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
