package cn.qifeng.launcher.measure.hall;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The same members in turns in a room of the platform's own and in a bare Janus: one browser publishes each once and sees all
 * others, and both rooms keep the packets of everybody.
 */
final class JanusHalls implements AutoCloseable {

    private static final long WARM_MS = 4_000;
    private static final ObjectNode LEAVE =
            JsonNodeFactory.instance.objectNode().put("kind", "leave");

    private final Pictures pictures = new Pictures();
    private final List<String> members;
    private final String page;
    private final HallRecorder recorder;
    private final BareJanus bare;
    private final Peers peers;
    private int turns;

    JanusHalls(Path folder, int count) throws IOException, InterruptedException {
        members = Halls.members(count);
        page = String.join(",", members);
        peers = new Peers(folder, this::said, member -> JsonNodeFactory.instance.objectNode());
        bare = new BareJanus(Files.createDirectories(folder.resolve("bare")));
        var log = folder.resolve("janus.log").toString();
        var way = List.of("--janus", "janus", "--log", log);
        recorder = new HallRecorder(Files.createDirectories(folder.resolve("janus")), way, this::recorded);
        Halls.await("recorder", Halls.SOON, recorder::ready);
        peers.start(members, Halls.FPS, "");
    }

    private void said(JsonNode said) {
        switch (said.path("kind").asText()) {
            case "frames" -> pictures.page(said);
            case "signal" -> recorder.signal(said);
            default -> throw new IllegalStateException("a page says: " + said);
        }
    }

    private void recorded(JsonNode line) {
        if (line.path("say").asText().equals("signal")) {
            var signal = (ObjectNode) line.path("signal").deepCopy();
            var from = signal.remove("from");
            var member = line.path("participant").asText();
            peers.tell(page, member, Halls.signal(from == null ? "recorder" : from.asText(), signal));
        }
    }

    /** A turn in the platform's room: its recorder with the Janus that it drives. */
    Cost own(int seconds) throws IOException, InterruptedException {
        for (String member : members) {
            recorder.order("joined", member);
            peers.tell(page, member, Halls.entered("JANUS", member, members));
        }
        long before = recorder.segments();
        var cost = measure(recorder.process(), seconds);
        members.forEach(it -> recorder.order("left", it));
        if (recorder.segments() == before) {
            throw new IOException("the room chained nothing");
        }
        return cost;
    }

    /** A turn in the bare room. */
    Cost bare(int seconds) throws IOException, InterruptedException {
        long before = bare.kept();
        peers.tell(page, "", bare.entrance(++turns));
        var cost = measure(bare.process(), seconds);
        if (bare.kept() == before) {
            throw new IOException("the bare room kept nothing");
        }
        return cost;
    }

    private Cost measure(ProcessHandle room, int seconds) throws IOException, InterruptedException {
        long lines = (long) members.size() * (members.size() - 1);
        pictures.forget();
        Halls.await("pictures on " + lines + " lines", Halls.SOON, () -> pictures.lines() == lines);
        Thread.sleep(WARM_MS);
        var cost = Cost.over(room, pictures, members.size(), seconds);
        peers.tell(page, "", LEAVE);
        Halls.await("empty room", Halls.SOON, () -> pictures.lines() == 0 || empty());
        return cost;
    }

    private boolean empty() {
        pictures.forget();
        try {
            Thread.sleep(1_500);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return pictures.lines() == 0;
    }

    @Override
    public void close() throws IOException, InterruptedException {
        peers.close();
        bare.close();
        recorder.close();
    }
}
