package cn.qifeng.launcher.measure.mutate;

import cn.qifeng.auditor.Report;
import cn.qifeng.auditor.mutation.Mutation;
import cn.qifeng.launcher.measure.TypeScriptSide;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/** Changed packages on their way to the pages' auditor: the whole one first, and then what differs in each change. */
final class HandedOver implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path given;
    private final Path answer;
    private final BufferedWriter writer;
    private final Map<String, byte[]> own;
    private final List<Case> cases = new ArrayList<>();

    /** A change with what the auditor in Java said of it; {@code code} is {@code null} when nothing was found. */
    record Case(String kind, String place, Set<String> blame, String object, String code) {

        boolean caught() {
            return code != null;
        }

        boolean named(String object) {
            return object != null && Mutation.names(blame, object);
        }
    }

    /** What the pages' auditor said. */
    record Answer(boolean caught, String object, String code) {}

    private HandedOver(Path given, Path answer, BufferedWriter writer, Map<String, byte[]> own) {
        this.given = given;
        this.answer = answer;
        this.writer = writer;
        this.own = own;
    }

    /** Begins with the untouched package. */
    static HandedOver open(Path folder, Changed changed, Map<String, byte[]> own) throws IOException {
        var given = folder.resolve("java.jsonl");
        var handed = new HandedOver(given, folder.resolve("pages.jsonl"), Files.newBufferedWriter(given), own);
        handed.write(Map.of(
                "package", changed.file().toString(), "trust", changed.trust().toString()));
        return handed;
    }

    /** One more change. */
    void add(Mutation mutation, Report report) {
        var put = JSON.createObjectNode();
        mutation.objects().forEach((name, bytes) -> {
            var former = own.get(name);
            if (former != bytes && !Arrays.equals(former, bytes)) {
                put.put(name, bytes);
            }
        });
        var removed = own.keySet().stream()
                .filter(name -> !mutation.objects().containsKey(name))
                .toList();
        try {
            write(Map.of("put", put, "removed", removed));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        cases.add(new Case(mutation.kind(), mutation.place(), mutation.blame(), report.object(), report.code()));
    }

    private void write(Map<String, ?> line) throws IOException {
        writer.write(JSON.writeValueAsString(line));
        writer.newLine();
    }

    /** Lets the pages' auditor look at all; returns whether it proved the untouched package. */
    boolean compare(BiConsumer<Case, Answer> judge) throws IOException, InterruptedException {
        writer.close();
        new TypeScriptSide("packages").run(given, answer);
        try (var lines = Files.newBufferedReader(answer)) {
            boolean proved = next(lines).path("outcome").asText().equals("proved");
            for (Case one : cases) {
                var said = next(lines);
                judge.accept(
                        one,
                        new Answer(
                                said.path("outcome").asText().equals("broken"),
                                said.path("object").textValue(),
                                said.path("code").textValue()));
            }
            return proved;
        }
    }

    private static JsonNode next(BufferedReader lines) throws IOException {
        var line = lines.readLine();
        if (line == null) {
            throw new IOException("the pages' auditor said less than it was asked");
        }
        return JSON.readTree(line);
    }

    @Override
    public void close() throws IOException {
        writer.close();
        Files.deleteIfExists(given);
        Files.deleteIfExists(answer);
    }
}
