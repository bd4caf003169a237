package cn.qifeng.recorder;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What one browser publishes in a room (发布者): one connection, and the files of it. */
final class JanusPublisher {

    /** Lines of media in the order in which a browser opens them; the name of a file tells its place. */
    private static final List<String> ORDER = List.of("microphone", "camera", "screen");

    private final String participant;
    private final JanusContext context;
    private final Path room;
    private final long pieceMs;
    private final Consumer<ObjectNode> chain;
    private final String feed;
    private final Map<String, String> roles = new HashMap<>();
    private final List<JsonNode> early = new ArrayList<>();
    private String origin = "";
    private long handle;
    private KeptPackets packets;
    private long fileBegan = System.currentTimeMillis();
    private boolean turning;
    private boolean stands;
    private boolean ended;

    JanusPublisher(String participant, Path room, long pieceMs, Consumer<ObjectNode> chain, JanusContext context)
            throws IOException {
        this.participant = participant;
        this.context = context;
        this.room = room;
        this.pieceMs = pieceMs;
        this.chain = chain;
        this.packets = new KeptPackets(room, participant, pieceMs, chain);
        this.feed = participant + "." + packets.run();
    }

    KeptPackets packets() {
        return packets;
    }

    String participant() {
        return participant;
    }

    /** How the room names it. */
    String feed() {
        return feed;
    }

    /** What a line of media carries, {@code camera} for one. */
    String role(String mid) {
        return roles.getOrDefault(mid, "");
    }

    /** Lines of media that it has. */
    List<String> mids() {
        return roles.keySet().stream().sorted().toList();
    }

    /** Whether others can subscribe. */
    boolean stands() {
        return stands;
    }

    /** Whether an offer is of another connection of the browser. */
    boolean isOther(JsonNode offer) {
        return !Sdp.origin(offer.path("sdp").asText()).equals(origin);
    }

    void take(JsonNode signal) {
        switch (signal.path("kind").asText()) {
            case "offer" -> offer(signal);
            case "candidate" -> candidate(signal);
            default -> Log.say("a signal of an unknown kind: " + signal.path("kind"));
        }
    }

    private void offer(JsonNode signal) {
        var mids = Sdp.mids(signal.path("sdp").asText());
        for (int i = 0; i < mids.size(); i++) {
            var role = signal.path("tracks").path(mids.get(i)).asText();
            if (i >= ORDER.size() || !role.equals(ORDER.get(i))) {
                Log.say("lines of media in another order: " + participant);
                return;
            }
            roles.put(mids.get(i), ORDER.get(i));
        }
        boolean first = origin.isEmpty();
        origin = Sdp.origin(signal.path("sdp").asText());
        if (first) {
            context.then(context.line().attach(), it -> attached(it, signal));
        } else if (handle != 0) {
            publish(JanusLine.body("configure"), signal);
        } else {
            early.add(signal);
        }
    }

    private void attached(long given, JsonNode offer) {
        handle = given;
        if (ended) {
            context.line().detach(handle);
            return;
        }
        context.line().whenStanding(handle, () -> context.thread().execute(this::stand));
        var body = JanusLine.body("joinandconfigure")
                .put("room", context.room())
                .put("pin", context.pin())
                .put("ptype", "publisher")
                .put("id", feed)
                .put("record", true)
                .put("filename", packets.base());
        publish(body, offer);
        for (JsonNode signal : early) {
            take(signal);
        }
        early.clear();
    }

    private void publish(ObjectNode body, JsonNode offer) {
        var message = JanusLine.message(handle, body, "offer", offer.path("sdp").asText());
        context.then(context.line().ask(message), answer -> {
            var jsep = answer.path("jsep");
            if (!ended && jsep.has("sdp")) {
                Line.signal(
                        participant,
                        Line.of("kind", "answer").put("sdp", jsep.path("sdp").asText()));
                if (stands) {
                    context.published().accept(participant);
                }
            }
        });
    }

    /** Media flow; not before does the room let anybody subscribe. */
    private void stand() {
        if (!ended) {
            stands = true;
            context.published().accept(participant);
        }
    }

    /** Whether it is between two files. */
    boolean turning() {
        return turning;
    }

    /** Begins other files when these are old, so that each stays of a size that a browser plays. */
    void turn(long fileMs) {
        if (stands && !turning && System.currentTimeMillis() - fileBegan >= fileMs) {
            turning = true;
            record(JanusLine.body("configure").put("record", false), this::begin);
        }
    }

    private void record(ObjectNode body, Runnable next) {
        context.then(context.line().ask(JanusLine.message(handle, body, null, null)), it -> {
            if (!ended) {
                next.run();
            }
        });
    }

    private void begin() {
        try {
            packets.stop(true);
            packets = packets.next(room, pieceMs, chain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        fileBegan = System.currentTimeMillis();
        var body = JanusLine.body("configure").put("record", true).put("filename", packets.base());
        record(body, () -> turning = false);
    }

    private void candidate(JsonNode signal) {
        if (handle == 0) {
            early.add(signal);
        } else {
            context.line().tell(Sdp.trickle(handle, signal));
        }
    }

    /** Ends it, and seals the rest of its files; {@code meant} when nothing was cut. */
    void end(boolean meant) throws IOException {
        ended = true;
        stands = false;
        if (handle != 0) {
            context.line().detach(handle);
        }
        packets.stop(meant);
    }
}
