package cn.qifeng.recorder;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.onvoid.webrtc.PeerConnectionFactory;
import dev.onvoid.webrtc.RTCConfiguration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** Tracks that this JVM receives itself and has encoded again: the recorder of a hall of direct lines (网状直连录制). */
final class EncodedTracks implements Tracks {

    private static final String SCREEN = "screen";

    private final Path folder;
    private final Settings settings;
    private final PeerConnectionFactory factory;
    private final RTCConfiguration configuration;
    private final Executor thread;
    private final Consumer<ObjectNode> chain;
    private final Map<String, Peer> peers = new HashMap<>();
    private final Map<String, Lane> lanes = new LinkedHashMap<>();

    /** Each item goes to {@code chain}. */
    EncodedTracks(
            Path folder,
            Settings settings,
            PeerConnectionFactory factory,
            RTCConfiguration configuration,
            Executor thread,
            Consumer<ObjectNode> chain) {
        this.folder = folder;
        this.settings = settings;
        this.factory = factory;
        this.configuration = configuration;
        this.thread = thread;
        this.chain = chain;
    }

    @Override
    public List<ObjectNode> leftBehind(List<ObjectNode> chained) throws IOException, InterruptedException {
        return new Recovery(folder, chained).items();
    }

    @Override
    public void watching(String watcher) {
        // members send to watchers themselves
    }

    @Override
    public void signal(String participant, JsonNode signal) throws IOException {
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
                signal -> Line.signal(participant, signal),
                kind -> lane(participant, kind));
    }

    private Lane lane(String participant, String kind) {
        boolean screen = kind.equals(SCREEN);
        var track = screen ? screen(participant) : participant;
        return lanes.computeIfAbsent(track, name -> {
            try {
                return new Lane(folder, name, screen, settings, chain);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static String screen(String participant) {
        return participant + "." + SCREEN;
    }

    @Override
    public void changed(String participant, String event) throws IOException {
        var lane = lanes.get(participant);
        if (lane != null && event.startsWith("CAMERA_")) {
            lane.dark(event.equals("CAMERA_OFF"));
        }
        if (event.equals("SCREEN_OFF")) {
            stop(screen(participant));
        }
    }

    @Override
    public void left(String participant) throws IOException {
        var peer = peers.remove(participant);
        if (peer != null) {
            peer.close();
        }
        stop(participant);
        stop(screen(participant));
    }

    private void stop(String track) throws IOException {
        var lane = lanes.remove(track);
        if (lane != null) {
            lane.stop(true);
        }
    }

    @Override
    public void tick(ArrayNode status) throws IOException {
        for (Lane lane : lanes.values()) {
            lane.tick();
            status.add(lane.status());
        }
    }

    @Override
    public void abandon() throws IOException {
        peers.values().forEach(Peer::close);
        for (Lane lane : lanes.values()) {
            lane.stop(false);
        }
    }
}
