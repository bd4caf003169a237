package cn.qifeng.recorder;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * One hall in a Janus VideoRoom (会议服务器评标厅): each browser publishes once, to {@code recorder}, and wishes for a line
 * from each of the others; Janus carries the packets, and keeps those of each publisher as they come.
 */
final class JanusTracks implements Tracks {

    private static final String RECORDER = "recorder";
    private static final String ROOM = "hall";
    private static final long KEEP_MS = 20_000;

    private final Path folder;
    private final JanusSettings settings;
    private final JanusLine line;
    private final Executor thread;
    private final Consumer<ObjectNode> chain;
    private final String pin = JanusServer.secret();
    private final Map<String, JanusPublisher> publishers = new LinkedHashMap<>();
    /** Lines by who sees and who is seen; {@code null} while only wished for. */
    private final Map<Wish, JanusSubscriber> wishes = new HashMap<>();

    private long keptAt = System.currentTimeMillis();

    /** Who wants to see whom. */
    private record Wish(String viewer, String seen) {}

    /** Opens the room; each item goes to {@code chain}. */
    JanusTracks(Path folder, JanusSettings settings, JanusLine line, Executor thread, Consumer<ObjectNode> chain) {
        this.folder = folder.toAbsolutePath();
        this.settings = settings;
        this.line = line;
        this.thread = thread;
        this.chain = chain;
        try {
            open();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void open() throws IOException, InterruptedException {
        var attached = line.now(JanusLine.request("attach").put("plugin", "janus.plugin.videoroom"));
        var room = JanusLine.body("create")
                .put("room", ROOM)
                .put("pin", pin)
                .put("secret", JanusServer.secret())
                .put("publishers", 20)
                .put("bitrate", settings.bitrate())
                .put("videocodec", "vp8")
                .put("audiocodec", "opus")
                .put("fir_freq", 10)
                .put("is_private", true)
                .put("rec_dir", folder.toString());
        line.now(JanusLine.message(attached.path("data").path("id").asLong(), room, null, null));
    }

    @Override
    public List<ObjectNode> leftBehind(List<ObjectNode> chained) throws IOException {
        return KeptPackets.leftBehind(folder, chained);
    }

    @Override
    public void watching(String watcher) {
        // a watcher says itself whom it wants to see
    }

    @Override
    public void signal(String participant, JsonNode signal) throws IOException {
        var to = signal.path("to").asText(RECORDER);
        var wish = new Wish(participant, to);
        if (to.equals(RECORDER)) {
            publishing(participant, signal);
        } else if (signal.path("kind").asText().equals("wanted")) {
            drop(wishes.remove(wish));
            wishes.put(wish, null);
            fulfil(wish);
        } else if (wishes.get(wish) != null) {
            wishes.get(wish).take(signal);
        }
    }

    private void publishing(String participant, JsonNode signal) throws IOException {
        var publisher = publishers.get(participant);
        boolean offer = signal.path("kind").asText().equals("offer");
        if (offer && (publisher == null || publisher.isOther(signal))) {
            stop(participant);
            publisher = new JanusPublisher(participant, folder, settings.pieceMs(), chain, context());
            publishers.put(participant, publisher);
        }
        if (publisher != null) {
            publisher.take(signal);
        }
    }

    private JanusContext context() {
        return new JanusContext(line, thread, ROOM, pin, this::published);
    }

    /** A publisher stands, or sends more than before: whoever wished to see it gets its line. */
    private void published(String participant) {
        for (Wish wish : List.copyOf(wishes.keySet())) {
            if (wish.seen().equals(participant)) {
                fulfil(wish);
            }
        }
    }

    private void fulfil(Wish wish) {
        var publisher = publishers.get(wish.seen());
        if (publisher == null || !publisher.stands()) {
            return;
        }
        var line = wishes.get(wish);
        if (line == null) {
            wishes.put(wish, new JanusSubscriber(wish.viewer(), publisher, context()));
        } else if (line.isOf(publisher)) {
            line.more();
        } else {
            renew(wish);
        }
    }

    /** What a viewer has is a line of a publishing that ended: its browser is asked to wish again. */
    private void renew(Wish wish) {
        drop(wishes.remove(wish));
        Line.signal(wish.viewer(), Line.of("kind", "renew").put("from", wish.seen()));
    }

    private static void drop(JanusSubscriber subscriber) {
        if (subscriber != null) {
            subscriber.end();
        }
    }

    @Override
    public void changed(String participant, String event) throws IOException {
        var publisher = publishers.get(participant);
        if (publisher == null) {
            return;
        }
        switch (event) {
            case "CAMERA_OFF", "CAMERA_ON" -> publisher.packets().dark(event.equals("CAMERA_OFF"));
            case "SCREEN_OFF", "SCREEN_ON" -> publisher.packets().screen(event.equals("SCREEN_ON"));
            default -> {
                // changes nothing in the files
            }
        }
    }

    @Override
    public void left(String participant) throws IOException {
        stop(participant);
        wishes.entrySet().removeIf(it -> {
            boolean own = it.getKey().viewer().equals(participant)
                    || it.getKey().seen().equals(participant);
            if (own) {
                drop(it.getValue());
            }
            return own;
        });
    }

    private void stop(String participant) throws IOException {
        var publisher = publishers.remove(participant);
        if (publisher != null) {
            publisher.end(true);
        }
    }

    @Override
    public void tick(ArrayNode status) throws IOException {
        long now = System.currentTimeMillis();
        if (now - keptAt > KEEP_MS) {
            keptAt = now;
            line.keep();
        }
        for (JanusPublisher publisher : publishers.values()) {
            publisher.packets().tick(status);
            if (publishers.values().stream().noneMatch(JanusPublisher::turning)) {
                publisher.turn(settings.fileMs());
            }
        }
    }

    @Override
    public void abandon() throws IOException {
        for (JanusPublisher publisher : publishers.values()) {
            publisher.end(false);
        }
    }
}
