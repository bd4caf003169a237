package cn.qifeng.evaluation.hall.janus;

import cn.qifeng.evaluation.hall.domain.HallEvent;
import cn.qifeng.evaluation.hall.domain.HallRecorder;
import cn.qifeng.evaluation.hall.domain.MediaRoom;
import cn.qifeng.evaluation.hall.domain.Participant;
import cn.qifeng.evaluation.panel.domain.HallKind;
import cn.qifeng.evaluation.panel.domain.SessionId;
import cn.qifeng.trust.json.CanonicalJson;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * A room with a media server in its middle (会议服务器房间): each browser publishes once, to {@code recorder}, and asks it for a
 * line of each of the others. The server is the recorder's own, and keeps the packets that it carries; a browser reaches it
 * by signals through this service alone, and what it wants from a member goes to the server, never to that member's browser.
 */
@ApplicationScoped
class JanusRoom implements MediaRoom {

    private static final String RECORDER = "recorder";

    private final Instance<HallRecorder> recorders;

    JanusRoom(Instance<HallRecorder> recorders) {
        this.recorders = recorders;
    }

    @Override
    public HallKind kind() {
        return HallKind.JANUS;
    }

    @Override
    public boolean available() {
        return recorder().isPresent();
    }

    @Override
    public boolean records() {
        return available();
    }

    @Override
    public List<Link> admit(SessionId session, Participant newcomer, Collection<Participant> present, Lines lines) {
        var links = new ArrayList<Link>();
        present.stream().filter(it -> !it.watches()).forEach(it -> links.add(new Link(it.label(), false)));
        recorder().ifPresent(it -> {
            if (newcomer.watches()) {
                it.watching(session, kind(), newcomer.label(), back(session, lines));
            } else {
                it.joined(session, kind(), newcomer.label(), back(session, lines));
                links.add(new Link(RECORDER, true));
            }
        });
        return links;
    }

    @Override
    public void signal(SessionId session, Participant from, String to, JsonNode signal, Lines lines) {
        if (signal.isObject() && !(from.watches() && to.equals(RECORDER))) {
            var addressed = ((ObjectNode) signal.deepCopy()).put("to", to);
            recorder().ifPresent(it -> it.signal(session, from.label(), addressed));
        }
    }

    @Override
    public void happened(SessionId session, Participant who, HallEvent.Kind event) {
        recorder().ifPresent(it -> it.happened(session, who.label(), event.name()));
    }

    @Override
    public void left(SessionId session, Participant who) {
        recorder().ifPresent(it -> {
            if (who.watches()) {
                it.unwatching(session, who.label());
            } else {
                it.left(session, who.label());
            }
        });
    }

    @Override
    public void closed(SessionId session) {
        recorder().ifPresent(it -> it.closed(session, kind()));
    }

    private Optional<HallRecorder> recorder() {
        return recorders.stream().filter(it -> it.available(kind())).findFirst();
    }

    /** The server says of each of its signals whose line it is for; its own is that to publish on. */
    private static HallRecorder.Signals back(SessionId session, Lines lines) {
        return (participant, signal) -> {
            var bare = (ObjectNode) signal.deepCopy();
            var from = bare.remove("from");
            var message =
                    CanonicalJson.object().put("kind", "signal").put("from", from == null ? RECORDER : from.asText());
            message.set("signal", bare);
            lines.send(session, participant, message);
        };
    }
}
