package cn.qifeng.evaluation.hall.mesh;

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
 * A room of direct lines (网状直连房间): every browser sends to every other one and to the recorder; the service only carries
 * signals. A watcher never offers, so a line to it cannot carry anything back.
 */
@ApplicationScoped
class MeshRoom implements MediaRoom {

    private static final String RECORDER = "recorder";

    private final Instance<HallRecorder> recorders;

    MeshRoom(Instance<HallRecorder> recorders) {
        this.recorders = recorders;
    }

    @Override
    public HallKind kind() {
        return HallKind.MESH;
    }

    @Override
    public boolean available() {
        return true;
    }

    @Override
    public boolean records() {
        return recorder().isPresent();
    }

    @Override
    public List<Link> admit(SessionId session, Participant newcomer, Collection<Participant> present, Lines lines) {
        var links = new ArrayList<Link>();
        present.stream()
                .filter(it -> !(it.watches() && newcomer.watches()))
                .forEach(it -> links.add(new Link(it.label(), !newcomer.watches())));
        if (!newcomer.watches()) {
            recorder().ifPresent(it -> {
                it.joined(session, kind(), newcomer.label(), back(session, lines));
                links.add(new Link(RECORDER, true));
            });
        }
        return links;
    }

    @Override
    public void signal(SessionId session, Participant from, String to, JsonNode signal, Lines lines) {
        if (!to.equals(RECORDER)) {
            lines.send(session, to, message(from.label(), signal));
        } else if (!from.watches()) {
            recorder().ifPresent(it -> it.signal(session, from.label(), signal));
        }
    }

    @Override
    public void happened(SessionId session, Participant who, HallEvent.Kind event) {
        recorder().ifPresent(it -> it.happened(session, who.label(), event.name()));
    }

    @Override
    public void left(SessionId session, Participant who) {
        if (!who.watches()) {
            recorder().ifPresent(it -> it.left(session, who.label()));
        }
    }

    @Override
    public void closed(SessionId session) {
        recorder().ifPresent(it -> it.closed(session, kind()));
    }

    private Optional<HallRecorder> recorder() {
        return recorders.stream().filter(it -> it.available(HallKind.MESH)).findFirst();
    }

    private static HallRecorder.Signals back(SessionId session, Lines lines) {
        return (participant, signal) -> lines.send(session, participant, message(RECORDER, signal));
    }

    private static ObjectNode message(String from, JsonNode signal) {
        var message = CanonicalJson.object().put("kind", "signal").put("from", from);
        message.set("signal", signal);
        return message;
    }
}
