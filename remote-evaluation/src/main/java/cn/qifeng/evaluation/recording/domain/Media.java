package cn.qifeng.evaluation.recording.domain;

import cn.qifeng.evaluation.panel.domain.SessionId;
import cn.qifeng.kernel.ByteRange;
import java.io.InputStream;
import java.util.Optional;

/** Files of recordings (影像文件), each below the folder of its session. */
public interface Media {

    /** Length of a file that is there. */
    Optional<Long> length(SessionId session, String file);

    /** A part of a file; the caller closes it. */
    InputStream read(SessionId session, String file, ByteRange part);

    /**
     * The packets of a publisher as a film that browsers play: picture and sound of one file each, put into WebM and not
     * encoded again. Made when it is first asked for.
     *
     * @return its bytes; the caller closes it
     */
    InputStream film(SessionId session, String file);

    /** Deletes the media of a session; the chain beside them stays. */
    void delete(SessionId session);

    /** Bytes that are free where recordings are kept. */
    long free();
}
