package cn.qifeng.evaluation.recording.domain;

import cn.qifeng.evaluation.panel.domain.SessionId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Recordings and their chains (录制台账); the items of a chain are only added. */
public interface Recordings {

    /** The recording of a session. */
    Optional<Recording> find(SessionId session);

    /** The same, locked until the transaction ends. */
    Optional<Recording> lock(SessionId session);

    /** All recordings, newest first. */
    List<Recording> all();

    /** Those of which the log has no closing entry. */
    List<Recording> open();

    /** Stores what became of a recording. */
    void save(Recording recording);

    /** Adds an item. */
    void add(SessionId session, ChainItem item);

    /** Items behind {@code after} in their order, at most {@code max}. */
    List<ChainItem> items(SessionId session, long after, int max);

    /** The segment that has this file. */
    Optional<ChainItem> segment(SessionId session, String file);

    /** A track was seen to grow and to bring pictures. */
    void confirm(SessionId session, String track, Instant at);

    /** When each track of a session was last confirmed. */
    Map<String, Instant> confirmed(SessionId session);
}
