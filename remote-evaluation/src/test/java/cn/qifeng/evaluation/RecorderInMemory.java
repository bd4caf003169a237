package cn.qifeng.evaluation;

import cn.qifeng.evaluation.hall.domain.HallRecorder;
import cn.qifeng.evaluation.panel.domain.HallKind;
import cn.qifeng.evaluation.panel.domain.SessionId;
import cn.qifeng.trust.json.CanonicalJson;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A recorder that answers every offer and keeps what it was told. */
@Alternative
@Priority(1)
@ApplicationScoped
class RecorderInMemory implements HallRecorder {

    /** Lines {@code session participant event}, in order. */
    static final List<String> TOLD = new CopyOnWriteArrayList<>();

    /** Whether it can record. */
    static volatile boolean ready = true;

    private final Map<String, Signals> backs = new ConcurrentHashMap<>();

    @Override
    public boolean available(HallKind kind) {
        return ready;
    }

    @Override
    public void joined(SessionId session, HallKind kind, String participant, Signals back) {
        backs.put(session + participant, back);
        TOLD.add(session + " " + participant + " joined");
    }

    @Override
    public void watching(SessionId session, HallKind kind, String watcher, Signals back) {
        backs.put(session + watcher, back);
        TOLD.add(session + " " + watcher + " watching");
    }

    @Override
    public void unwatching(SessionId session, String watcher) {
        TOLD.add(session + " " + watcher + " unwatching");
    }

    @Override
    public void signal(SessionId session, String participant, JsonNode signal) {
        var to = signal.path("to").asText();
        TOLD.add((session + " " + participant + " " + signal.path("kind").asText() + " " + to).strip());
        var answer = CanonicalJson.object().put("kind", "answer").put("sdp", "v=0");
        backs.get(session + participant)
                .send(participant, signal.path("kind").asText().equals("wanted") ? answer.put("from", to) : answer);
    }

    @Override
    public void happened(SessionId session, String participant, String event) {
        TOLD.add(session + " " + participant + " " + event);
    }

    @Override
    public boolean confirmed(SessionId session, String participant) {
        return false;
    }

    @Override
    public void left(SessionId session, String participant) {
        TOLD.add(session + " " + participant + " left");
    }

    @Override
    public void closed(SessionId session, HallKind kind) {
        TOLD.add(session + " closed");
    }
}
