package cn.qifeng.launcher.measure.hall;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Three members in browsers of their own, each connected to every other one and to the platform's recorder. */
final class MeshHall implements AutoCloseable {

    private static final int MEMBERS = 3;
    private static final int LINES = MEMBERS * (MEMBERS - 1) + MEMBERS;
    private static final long WARM_MS = 10_000;
    private static final String CAMERA = "320x180@" + Halls.FPS;

    private final Pictures pictures = new Pictures();
    private final List<String> members = Halls.members(MEMBERS);
    private final HallRecorder recorder;
    private final Peers peers;

    MeshHall(Path folder) throws IOException {
        peers = new Peers(folder, this::said, member -> JsonNodeFactory.instance.objectNode());
        var room = Files.createDirectories(folder.resolve("mesh"));
        var way = List.of("--camera", CAMERA, "--screen", CAMERA, "--segment", "6");
        recorder = new HallRecorder(room, way, this::recorded);
    }

    private void said(JsonNode said) {
        switch (said.path("kind").asText()) {
            case "frames" -> pictures.page(said);
            case "signal" -> signal(said);
            default -> throw new IllegalStateException("a page says: " + said);
        }
    }

    private void signal(JsonNode said) {
        var to = said.path("to").asText();
        if (to.equals("recorder")) {
            recorder.signal(said);
        } else {
            peers.tell(to, to, Halls.signal(said.path("member").asText(), said.path("signal")));
        }
    }

    private void recorded(JsonNode line) {
        var participant = line.path("participant").asText();
        switch (line.path("say").asText()) {
            case "signal" -> peers.tell(participant, participant, Halls.signal("recorder", line.path("signal")));
            case "status" -> pictures.recorder(line.path("tracks"));
            default -> {
                // counted by whoever leads it
            }
        }
    }

    /** Opens the hall, lets it run warm, and looks for so many seconds. */
    Cost measure(int seconds) throws IOException, InterruptedException {
        Halls.await("recorder", Halls.SOON, recorder::ready);
        for (String member : members) {
            peers.start(List.of(member), Halls.FPS, "");
            recorder.order("joined", member);
        }
        for (String member : members) {
            peers.tell(member, member, Halls.entered("MESH", member, members));
        }
        Halls.await(
                "pictures on " + LINES + " lines",
                Halls.SOON,
                () -> pictures.lines() == LINES && recorder.segments() >= MEMBERS);
        Thread.sleep(WARM_MS);
        return Cost.over(recorder.process(), pictures, MEMBERS, seconds);
    }

    @Override
    public void close() throws IOException, InterruptedException {
        peers.close();
        recorder.close();
    }
}
