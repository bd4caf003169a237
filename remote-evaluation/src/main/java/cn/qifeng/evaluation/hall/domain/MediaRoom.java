package cn.qifeng.evaluation.hall.domain;

import cn.qifeng.evaluation.panel.domain.HallKind;
import cn.qifeng.evaluation.panel.domain.SessionId;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.List;

/**
 * Media room (音视频房间): how pictures and voices get from one participant of a hall to the others. Participants reach it
 * by signals alone, so a room of direct lines and a room with a server in its middle look the same from outside.
 */
public interface MediaRoom {

    /** The kind of hall whose room this is. */
    HallKind kind();

    /** Whether such a hall can be held on this installation at all. */
    boolean available();

    /** Whether a hall whose recording is compulsory may open here. */
    boolean records();

    /**
     * Lets somebody in.
     *
     * @param present everybody else who is there
     * @param lines carries signals to browsers
     * @return to whom the newcomer connects, and who of the two offers
     */
    List<Link> admit(SessionId session, Participant newcomer, Collection<Participant> present, Lines lines);

    /** Takes a signal for another participant, or for a part of the room itself; what is meant for nobody is dropped. */
    void signal(SessionId session, Participant from, String to, JsonNode signal, Lines lines);

    /** Something happened that belongs beside the recording. */
    void happened(SessionId session, Participant who, HallEvent.Kind event);

    /** Somebody left. Idempotent. */
    void left(SessionId session, Participant who);

    /** The hall closed for good. Idempotent. */
    void closed(SessionId session);

    /**
     * Line between two participants (媒体连接).
     *
     * @param peer label of the other, or {@code recorder}
     * @param offers whether the newcomer makes the offer; otherwise it waits for the other's
     */
    record Link(String peer, boolean offers) {}

    /** Carries messages to browsers of a hall (信令通道). */
    interface Lines {
        /** Sends to one participant; nothing when it is not there. */
        void send(SessionId session, String label, JsonNode message);
    }
}
