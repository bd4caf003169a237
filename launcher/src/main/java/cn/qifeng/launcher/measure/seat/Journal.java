package cn.qifeng.launcher.measure.seat;

import cn.qifeng.trust.json.CanonicalJson;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** Journal of one site: what was written there, one JSON object a line, before anything is sent. */
public record Journal(Path file) {

    /** One line. */
    public record Line(String account, String act, long n, String text) {}

    /** Writes a line. */
    public void add(String account, String act, long n, String text) {
        var line = CanonicalJson.object()
                .put("account", account)
                .put("act", act)
                .put("n", n)
                .put("text", text);
        try {
            Files.writeString(
                    file, line + "\n", StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Everything that was written so far. */
    public List<Line> lines() {
        var lines = new ArrayList<Line>();
        try {
            for (String text : Files.exists(file) ? Files.readAllLines(file) : List.<String>of()) {
                JsonNode line = CanonicalJson.read(text.getBytes(StandardCharsets.UTF_8));
                lines.add(new Line(
                        line.path("account").asText(),
                        line.path("act").asText(),
                        line.path("n").asLong(),
                        line.path("text").asText()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lines;
    }
}
