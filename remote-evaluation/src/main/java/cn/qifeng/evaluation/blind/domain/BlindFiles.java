package cn.qifeng.evaluation.blind.domain;

import cn.qifeng.evaluation.panel.domain.SessionId;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Checked blind files of all sessions, and their canonical forms (暗标检查库). */
public interface BlindFiles {

    /** The check of a session, if its files are blind and somebody noticed. */
    Optional<BlindRun> find(SessionId session);

    /** Sessions that wait, or whose worker has been silent for so long. */
    List<SessionId> due(Duration silence);

    /** Takes one of those; false when somebody else was faster. */
    boolean take(SessionId session, Duration silence);

    /** Stores how far a check is, and that its worker lives. */
    void save(BlindRun run);

    /** Ends a running check with the sealed entry, canonical JSON; false when somebody else did. */
    boolean end(BlindRun run, String sealed);

    /** The sealed entry of a check that ended. */
    Optional<String> sealed(SessionId session);

    /** Remembers that the sealed entry is opened; false when it was before: what is open cannot be shut again. */
    boolean open(SessionId session);

    /** Stores what came of one file. */
    void put(SessionId session, BlindFile file);

    /** The checked files by bid. */
    Map<String, BlindFile> files(SessionId session);

    /** Stores a canonical form in place of a former one; gives its length. */
    long store(SessionId session, String bidId, InputStream form);

    /** Bytes of a stored form, from the first to the last one, both counted. */
    InputStream read(SessionId session, String bidId, long from, long to);
}
