package cn.qifeng.recorder;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** One recorder in its own JVM, as the service runs it. */
final class Run {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Process process;
    private final List<ObjectNode> items = new CopyOnWriteArrayList<>();
    private final List<JsonNode> lines = new CopyOnWriteArrayList<>();

    /** The recorder of a hall of direct lines. */
    Run(Path folder, long known, Browser browser) throws IOException {
        this(folder, known, browser, List.of("--camera", "320x180@10", "--screen", "320x180@5", "--segment", "3"));
    }

    private Run(Path folder, long known, Browser browser, List<String> more) throws IOException {
        var command = new ArrayList<String>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                RecorderMain.class.getName()));
        command.addAll(List.of("--session", "s", "--folder", folder.toString(), "--known", String.valueOf(known)));
        command.addAll(more);
        process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.appendTo(
                        folder.resolveSibling("recorder.log").toFile()))
                .start();
        var reader = new Thread(() -> read(browser));
        reader.setDaemon(true);
        reader.start();
    }

    /** The recorder of a Janus room. */
    static Run janus(Path folder, long known, Browser browser) throws IOException {
        var log = folder.resolveSibling("janus.log").toString();
        return new Run(
                folder, known, browser, List.of("--janus", "janus", "--piece", "3", "--file", "25", "--log", log));
    }

    private void read(Browser browser) {
        try (var in = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String text = in.readLine(); text != null; text = in.readLine()) {
                var line = JSON.readTree(text);
                lines.add(line);
                switch (line.path("say").asText()) {
                    case "item" -> items.add((ObjectNode) line.path("item"));
                    case "signal" -> browser.signal(line.path("participant").asText(), line.path("signal"));
                    default -> {
                        // asked for by await
                    }
                }
            }
        } catch (IOException e) {
            lines.add(JSON.createObjectNode().put("say", "gone"));
        }
    }

    synchronized void order(ObjectNode order) {
        try {
            process.getOutputStream().write((order + "\n").getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().flush();
        } catch (IOException e) {
            lines.add(JSON.createObjectNode().put("say", "gone"));
        }
    }

    static ObjectNode to(String what, String participant) {
        return JSON.createObjectNode().put("do", what).put("participant", participant);
    }

    /** Hands on what the page signals. */
    void signal(JsonNode line) {
        var order = to("signal", line.path("participant").asText());
        order.set("signal", line.path("signal"));
        order(order);
    }

    List<ObjectNode> items() {
        return items;
    }

    List<JsonNode> lines() {
        return lines;
    }

    /** Waits until a line or item is there. */
    void await(String what, Duration max, Predicate<Run> there) throws InterruptedException {
        long until = System.nanoTime() + max.toNanos();
        while (!there.test(this)) {
            if (System.nanoTime() > until) {
                throw new AssertionError("no " + what + " within " + max + "; items " + items);
            }
            Thread.sleep(50);
        }
    }

    boolean said(String what) {
        return lines.stream().anyMatch(it -> it.path("say").asText().equals(what));
    }

    long segments(String track) {
        return items.stream()
                .filter(it -> it.path("kind").asText().equals("SEGMENT"))
                .filter(it -> it.path("track").asText().equals(track))
                .count();
    }

    /** Ends the input, as the death of the service would. */
    void abandon() throws IOException, InterruptedException {
        process.getOutputStream().close();
        process.waitFor(15, TimeUnit.SECONDS);
    }

    /** SIGKILL for the media server; the recorder ends with it. */
    void killServer() throws InterruptedException {
        process.descendants()
                .filter(it -> it.info()
                        .command()
                        .filter(name -> name.endsWith("/janus"))
                        .isPresent())
                .forEach(ProcessHandle::destroyForcibly);
        process.waitFor(15, TimeUnit.SECONDS);
    }

    /** SIGKILL. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }
}
