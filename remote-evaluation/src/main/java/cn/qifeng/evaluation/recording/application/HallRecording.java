package cn.qifeng.evaluation.recording.application;

import cn.qifeng.evaluation.hall.domain.HallRecorder.Signals;
import cn.qifeng.evaluation.panel.domain.HallKind;
import cn.qifeng.evaluation.panel.domain.SessionId;
import cn.qifeng.evaluation.recording.domain.ChainItem;
import cn.qifeng.evaluation.recording.domain.Recorders;
import cn.qifeng.evaluation.recording.domain.Recorders.Recorder;
import cn.qifeng.trust.json.CanonicalJson;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jboss.logging.Logger;

/**
 * One hall that is recorded now (录制值守): its recorder, which is started again when it ends too early, and who is there.
 * What a recorder says is queued; {@link #tick} takes it into the database, so that a database that is away for a moment
 * delays and loses nothing.
 */
final class HallRecording implements Recorders.Says {

    private static final Logger LOG = Logger.getLogger(HallRecording.class);
    private static final long PAUSE_MS = 1_000;
    private static final long PAUSE_MS_MAX = 15_000;
    private static final long LONG_MS = 60_000;
    private static final long STATUS_MS_MAX = 5_000;
    private static final long GROWN_MS_MAX = 15_000;

    private final SessionId session;
    private final HallKind kind;
    private final Recorders recorders;
    private final TakeItems take;
    private final Map<String, Signals> present = new ConcurrentHashMap<>();
    private final Map<String, Signals> watching = new ConcurrentHashMap<>();
    private final Queue<ChainItem> items = new ConcurrentLinkedQueue<>();
    private volatile Recorder recorder;
    private volatile JsonNode status;
    private volatile long statusAt;
    private volatile boolean closing;
    private volatile boolean closed;
    private boolean broken;
    private int starts;
    private long startedAt;
    private volatile long endedAt;
    private long pause = PAUSE_MS;

    HallRecording(SessionId session, HallKind kind, Recorders recorders, TakeItems take) {
        this.session = session;
        this.kind = kind;
        this.recorders = recorders;
        this.take = take;
    }

    synchronized void joined(String participant, Signals back) {
        present.put(participant, back);
        if (recorder == null && starts == 0) {
            start();
        }
        order(to("joined", participant));
    }

    void left(String participant) {
        present.remove(participant);
        order(to("left", participant));
    }

    synchronized void watching(String watcher, Signals back) {
        watching.put(watcher, back);
        if (recorder == null && starts == 0) {
            start();
        }
        order(to("watching", watcher));
    }

    void unwatching(String watcher) {
        watching.remove(watcher);
        order(to("unwatching", watcher));
    }

    void signal(String participant, JsonNode signal) {
        var order = to("signal", participant);
        order.set("signal", signal);
        order(order);
    }

    void happened(String participant, String event) {
        order(to("event", participant).put("event", event));
    }

    synchronized void close() {
        closing = true;
        if (recorder == null && starts == 0) {
            start();
        }
        order(to("close", ""));
    }

    private static ObjectNode to(String what, String participant) {
        return CanonicalJson.object().put("do", what).put("participant", participant);
    }

    private void order(ObjectNode order) {
        var running = recorder;
        if (running != null) {
            running.order(order);
        }
    }

    private void start() {
        items.clear();
        var known = take.known(session);
        broken = known.isEmpty();
        if (broken) {
            return;
        }
        starts++;
        startedAt = System.currentTimeMillis();
        recorder = recorders.start(session, kind, known.get(), this);
    }

    @Override
    public void line(JsonNode line) {
        switch (line.path("say").asText()) {
            case "item" -> items.add(new ChainItem((ObjectNode) line.path("item")));
            case "signal" -> back(line.path("participant").asText(), line.path("signal"));
            case "status" -> {
                status = line.path("tracks");
                statusAt = System.currentTimeMillis();
            }
            case "ready" -> ready();
            case "closed" -> closed = true;
            default -> LOG.warnf("a recorder says what nobody knows: %s", line.path("say"));
        }
    }

    private void back(String participant, JsonNode signal) {
        var signals = present.getOrDefault(participant, watching.get(participant));
        if (signals != null) {
            signals.send(participant, signal);
        }
    }

    /** A recorder learns who is there; when it follows another, every browser is asked to offer anew. */
    private void ready() {
        var order = CanonicalJson.object().put("do", "present");
        var names = order.putArray("participants");
        present.keySet().forEach(names::add);
        var watchers = order.putArray("watchers");
        watching.keySet().forEach(watchers::add);
        order(order);
        if (starts > 1) {
            present.forEach(HallRecording::renew);
            watching.forEach(HallRecording::renew);
        }
        if (closing) {
            order(to("close", ""));
        }
    }

    private static void renew(String participant, Signals signals) {
        signals.send(participant, CanonicalJson.object().put("kind", "renew"));
    }

    @Override
    public void ended(int exit) {
        recorder = null;
        status = null;
        endedAt = System.currentTimeMillis();
        if (!closed) {
            LOG.errorf("the recorder of session %s ended with code %d", session, exit);
        }
    }

    /** Takes what was said, starts what ended, confirms what grows; {@code false} when nothing is left to do. */
    synchronized boolean tick() {
        boolean over = closed;
        for (var item = items.peek(); item != null; item = items.peek()) {
            if (!take.take(session, item)) {
                broken = true;
                items.clear();
                end();
                return true;
            }
            items.remove(item);
        }
        if (over) {
            end();
            return false;
        }
        if (recorder == null && !broken && (closing || somebody())) {
            again();
        }
        confirm();
        return recorder != null || closing || somebody();
    }

    private boolean somebody() {
        return !present.isEmpty() || !watching.isEmpty();
    }

    private void end() {
        var running = recorder;
        if (running != null) {
            running.end();
        }
    }

    private void again() {
        long now = System.currentTimeMillis();
        if (now - endedAt < pause) {
            return;
        }
        pause = endedAt - startedAt > LONG_MS ? PAUSE_MS : Math.min(2 * pause, PAUSE_MS_MAX);
        start();
    }

    private void confirm() {
        var now = System.currentTimeMillis();
        var tracks = status;
        if (broken || tracks == null || now - statusAt > STATUS_MS_MAX) {
            return;
        }
        for (JsonNode track : tracks) {
            boolean grows = now - track.path("grownAt").asLong() <= GROWN_MS_MAX;
            boolean seen = now - track.path("pictureAt").asLong() <= GROWN_MS_MAX;
            if (grows && seen && !track.path("dark").asBoolean()) {
                take.confirm(session, track.path("track").asText());
            }
        }
    }
}
