package cn.qifeng.recorder;

import cn.qifeng.trust.json.CanonicalJson;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.onvoid.webrtc.PeerConnectionFactory;
import dev.onvoid.webrtc.RTCConfiguration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executor;

/** One hall under record (录制中的评标会): who is there, their tracks, and the one chain. Lives on one thread. */
final class Room {

    private static final String NAME = "[A-Za-z0-9-]{1,40}";
    private static final String SCREEN = "screen";

    private final Path folder;
    private final Settings settings;
    private final PeerConnectionFactory factory;
    private final RTCConfiguration configuration;
    private final Executor thread;
    private final ChainFile chain;
    private final Set<String> present = new TreeSet<>();
    private final Map<String, Peer> peers = new HashMap<>();
    private final Map<String, Lane> lanes = new LinkedHashMap<>();
    private boolean closed;

    Room(
            Path folder,
            Settings settings,
            PeerConnectionFactory factory,
            RTCConfiguration configuration,
            Executor thread,
            ChainFile chain) {
        this.folder = folder;
        this.settings = settings;
        this.factory = factory;
        this.configuration = configuration;
        this.thread = thread;
        this.chain = chain;
        this.closed = chain.closed();
    }

    /** Goes on where the chain ends; tells the items behind {@code known}, and what the former recorder left. */
    void resume(String session, long known) throws IOException, InterruptedException {
        for (ObjectNode item : chain.found()) {
            remember(item);
            if (item.path("seq").asLong() > known) {
                tell(item);
            }
        }
        if (closed) {
            Line.send(Line.say("closed"));
            return;
        }
        if (chain.found().isEmpty()) {
            append(Items.opened(session));
        } else {
            new Recovery(folder, chain.found()).items().forEach(this::append);
        }
    }

    private void remember(ObjectNode item) {
        var participant = item.path("participant").asText();
        switch (item.path("kind").asText()) {
            case "JOIN" -> present.add(participant);
            case "LEAVE" -> present.remove(participant);
            default -> {
                // tells nothing of who is there
            }
        }
    }

    /** Does what the service asks. */
    void take(JsonNode line) throws IOException {
        var participant = line.path("participant").asText();
        var asked = line.path("do").asText();
        if (!participant.isEmpty() && !participant.matches(NAME)) {
            Log.say("a participant without a name: " + asked);
        } else if (closed) {
            Log.say("the chain is closed: " + asked);
        } else {
            obey(asked, participant, line);
        }
    }

    private void obey(String asked, String participant, JsonNode line) throws IOException {
        switch (asked) {
            case "present" -> here(line.path("participants"));
            case "joined" -> joined(participant);
            case "left" -> left(participant);
            case "signal" -> signal(participant, line.path("signal"));
            case "event" -> event(participant, line.path("event").asText());
            case "close" -> close();
            default -> Log.say("an unknown order: " + asked);
        }
    }

    /** Who is there when a recorder goes on. */
    private void here(JsonNode names) throws IOException {
        var now = new TreeSet<String>();
        names.forEach(it -> now.add(it.asText()));
        for (String gone : Set.copyOf(present)) {
            if (!now.contains(gone)) {
                left(gone);
            }
        }
        now.stream().filter(it -> it.matches(NAME)).forEach(this::joined);
    }

    private void joined(String participant) {
        if (present.add(participant)) {
            append(Items.event("JOIN", participant));
        }
    }

    private void left(String participant) throws IOException {
        if (!present.remove(participant)) {
            return;
        }
        var peer = peers.remove(participant);
        if (peer != null) {
            peer.close();
        }
        stop(participant);
        stop(screen(participant));
        append(Items.event("LEAVE", participant));
    }

    private void signal(String participant, JsonNode signal) throws IOException {
        if (!present.contains(participant)) {
            return;
        }
        var peer = peers.computeIfAbsent(participant, this::peer);
        peer.signal(signal);
        if (signal.path("kind").asText().equals("offer") && !peer.sends(SCREEN)) {
            stop(screen(participant));
        }
    }

    private Peer peer(String participant) {
        return new Peer(
                factory,
                configuration,
                thread,
                signal -> {
                    var line = Line.say("signal").put("participant", participant);
                    line.set("signal", signal);
                    Line.send(line);
                },
                kind -> lane(participant, kind));
    }

    private Lane lane(String participant, String kind) {
        boolean screen = kind.equals(SCREEN);
        var track = screen ? screen(participant) : participant;
        return lanes.computeIfAbsent(track, name -> {
            try {
                return new Lane(folder, name, screen, settings, this::append);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static String screen(String participant) {
        return participant + "." + SCREEN;
    }

    private void event(String participant, String event) throws IOException {
        switch (event) {
            case "JOIN" -> joined(participant);
            case "LEAVE" -> left(participant);
            case "MUTE", "UNMUTE", "CAMERA_OFF", "CAMERA_ON", "SCREEN_ON", "SCREEN_OFF", "RECONNECT" -> {
                append(Items.event(event, participant));
                changed(participant, event);
            }
            default -> Log.say("an unknown event: " + event);
        }
    }

    private void changed(String participant, String event) throws IOException {
        var lane = lanes.get(participant);
        if (lane != null && event.startsWith("CAMERA_")) {
            lane.dark(event.equals("CAMERA_OFF"));
        }
        if (event.equals("SCREEN_OFF")) {
            stop(screen(participant));
        }
    }

    private void stop(String track) throws IOException {
        var lane = lanes.remove(track);
        if (lane != null) {
            lane.stop(true);
        }
    }

    private void close() throws IOException {
        for (String participant : Set.copyOf(present)) {
            left(participant);
        }
        append(Items.closed());
        closed = true;
        Line.send(Line.say("closed"));
    }

    /** Looks at every track, and tells how they stand. */
    void tick() throws IOException {
        var line = Line.say("status");
        var tracks = line.putArray("tracks");
        for (Lane lane : lanes.values()) {
            lane.tick();
            tracks.add(lane.status());
        }
        if (!closed) {
            Line.send(line);
        }
    }

    /** The service is gone: what was recorded is closed, the chain is not. */
    void abandon() throws IOException {
        peers.values().forEach(Peer::close);
        for (Lane lane : lanes.values()) {
            lane.stop(false);
        }
        chain.close();
    }

    private void append(ObjectNode item) {
        try {
            tell(chain.append(item));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void tell(ObjectNode item) {
        var line = CanonicalJson.object().put("say", "item");
        line.set("item", item);
        Line.send(line);
    }
}
