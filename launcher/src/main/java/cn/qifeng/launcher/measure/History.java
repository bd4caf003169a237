package cn.qifeng.launcher.measure;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/** What a drill did and saw, one JSON object a line, on disk as soon as it is told. */
public final class History implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final BufferedWriter writer;

    private History(BufferedWriter writer) {
        this.writer = writer;
    }

    /** A new history at {@code file}; a former one is replaced. */
    public static History open(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        return new History(Files.newBufferedWriter(file));
    }

    /** Adds {@code {"at", "act", name: value, …}}; a value is a text, a number, a boolean, JSON or {@code null}. */
    public synchronized void note(String act, Object... namesAndValues) {
        var line = JSON.createObjectNode().put("at", Instant.now().toString()).put("act", act);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            line.set((String) namesAndValues[i], JSON.valueToTree(namesAndValues[i + 1]));
        }
        try {
            writer.write(line.toString());
            writer.newLine();
            writer.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
