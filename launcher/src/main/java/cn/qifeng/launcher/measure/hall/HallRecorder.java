package cn.qifeng.launcher.measure.hall;

import cn.qifeng.launcher.up.Folders;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The platform's own recorder of one hall, as remote-evaluation starts it, led by a measurement. */
final class HallRecorder implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String MAIN = "cn.qifeng.recorder.RecorderMain";

    private final Process process;
    private volatile long segments;
    private volatile boolean ready;

    /** {@code heard} gets each line that it says. */
    HallRecorder(Path folder, List<String> way, Consumer<JsonNode> heard) throws IOException {
        var built = Folders.home().resolve("recorder/target");
        var command = new ArrayList<String>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                built.resolve("*") + ":" + built.resolve("lib") + "/*",
                MAIN));
        command.addAll(List.of("--session", "measured", "--folder", folder.toString(), "--known", "0"));
        command.addAll(way);
        process = new ProcessBuilder(command)
                .redirectError(
                        folder.resolveSibling(folder.getFileName() + ".log").toFile())
                .start();
        var reader = new Thread(() -> read(heard));
        reader.setDaemon(true);
        reader.start();
    }

    private void read(Consumer<JsonNode> heard) {
        try (var in = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String text = in.readLine(); text != null; text = in.readLine()) {
                var line = JSON.readTree(text);
                ready |= line.path("say").asText().equals("ready");
                segments += line.at("/item/kind").asText().equals("SEGMENT") ? 1 : 0;
                heard.accept(line);
            }
        } catch (IOException ended) {
            // it has said all
        }
    }

    ProcessHandle process() {
        return process.toHandle();
    }

    boolean ready() {
        return ready;
    }

    /** Files, or parts of them, that it has chained. */
    long segments() {
        return segments;
    }

    void order(String what, String participant) {
        order(JSON.createObjectNode().put("do", what).put("participant", participant));
    }

    /** Hands on a signal of a member's page. */
    void signal(JsonNode said) {
        var order = JSON.createObjectNode()
                .put("do", "signal")
                .put("participant", said.path("member").asText());
        order.set(
                "signal",
                ((ObjectNode) said.path("signal").deepCopy())
                        .put("to", said.path("to").asText()));
        order(order);
    }

    private synchronized void order(ObjectNode order) {
        try {
            process.getOutputStream().write((order + "\n").getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().flush();
        } catch (IOException e) {
            throw new IllegalStateException("the recorder has ended with " + process.exitValue(), e);
        }
    }

    @Override
    public void close() throws IOException, InterruptedException {
        process.getOutputStream().close();
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
