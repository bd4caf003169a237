package cn.qifeng.evaluation.recording.domain;

import cn.qifeng.evaluation.panel.domain.HallKind;
import cn.qifeng.evaluation.panel.domain.SessionId;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** Programs that record, one for each hall (录制程序). */
public interface Recorders {

    /** Why no hall of a kind can be recorded here, such as {@code no ffmpeg}; empty when it can. */
    Optional<String> missing(HallKind kind);

    /**
     * Starts a recorder.
     *
     * @param known what the service has of its chain
     * @param says told everything that it says, one at a time, and last that it ended
     */
    Recorder start(SessionId session, HallKind kind, Known known, Says says);

    /**
     * What the service has of a chain (已收录制链).
     *
     * @param seq number of the last item
     * @param reopens whether the chain was closed, and goes on for a re-review
     */
    record Known(long seq, boolean reopens) {}

    /** One running recorder (录制进程). */
    interface Recorder {

        /** Gives it an order; nothing when it ended. */
        void order(ObjectNode order);

        /** Ends it: its input ends, and it closes its files. */
        void end();
    }

    /** Who listens to a recorder (录制消息). */
    interface Says {

        /** One line. */
        void line(JsonNode line);

        /** It ended, whether it was told to or not. */
        void ended(int exit);
    }
}
