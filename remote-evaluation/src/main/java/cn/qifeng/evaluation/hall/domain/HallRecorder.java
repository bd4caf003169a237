package cn.qifeng.evaluation.hall.domain;

import cn.qifeng.evaluation.panel.domain.HallKind;
import cn.qifeng.evaluation.panel.domain.SessionId;
import com.fasterxml.jackson.databind.JsonNode;

/** The peer of a hall that records it (录制端): it lives beside the service, not in a browser, and only receives. */
public interface HallRecorder {

    /** Whether this installation can record such a hall; one that must be recorded does not open without. */
    boolean available(HallKind kind);

    /** A participant came in; from now on its signals may come. Idempotent. */
    void joined(SessionId session, HallKind kind, String participant, Signals back);

    /** Somebody came in who only sees and hears, where that passes through the recorder. Idempotent. */
    void watching(SessionId session, HallKind kind, String watcher, Signals back);

    /** A watcher left. Idempotent. */
    void unwatching(SessionId session, String watcher);

    /** A signal of a participant's browser to the recorder: offer or candidate (shapes: see docs). */
    void signal(SessionId session, String participant, JsonNode signal);

    /**
     * Something that belongs in the chain beside the media: JOIN, LEAVE, MUTE, UNMUTE, CAMERA_OFF, CAMERA_ON, SCREEN_ON,
     * SCREEN_OFF, RECONNECT.
     */
    void happened(SessionId session, String participant, String event);

    /** A participant left, or its line is gone. Idempotent. */
    void left(SessionId session, String participant);

    /** Whether the recording of a participant was confirmed within the last seconds. */
    boolean confirmed(SessionId session, String participant);

    /** The hall closed: the last segments are sealed, and the chain ends. Idempotent. */
    void closed(SessionId session, HallKind kind);

    /** Carries signals back to a participant's browser (信令回传). */
    interface Signals {
        void send(String participant, JsonNode signal);
    }
}
