package cn.qifeng.auditor.recording;

import cn.qifeng.auditor.Broken;
import cn.qifeng.auditor.Canon;
import cn.qifeng.auditor.crypto.Hash;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The media of a recording against its chain: which part of which track was replaced, is missing, or was never chained.
 * A part is as fine as the chain tells: one segment.
 */
public final class RecordingFolder {

    private static final String CHAIN = "chain.jsonl";

    private final Path folder;
    private final List<Difference> differences = new ArrayList<>();
    private final Map<String, Instant> begins = new HashMap<>();
    private final Map<String, Long> named = new TreeMap<>();
    private int segments;
    private ItemChain chain;

    private RecordingFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * What differs (不符之处).
     *
     * @param code {@code replaced}, {@code missing}, {@code cut}, {@code chain-differs} or {@code not-in-the-chain}; the
     *     last does not break a recording
     * @param at from when on
     * @param into milliseconds from the beginning of the track
     */
    public record Difference(String code, String object, String at, long into) {

        /** Whether a recording with it is not whole. */
        public boolean breaks() {
            return !code.equals("not-in-the-chain");
        }
    }

    /**
     * What came of it (核验结论).
     *
     * @param anchored whether the chain is that of a package
     * @param differences the earliest first
     */
    public record Result(boolean anchored, long items, int segments, long bytes, List<Difference> differences) {

        /** 0 whole, 1 not whole, 2 whole by its own chain alone. */
        public int exit() {
            if (differences.stream().anyMatch(Difference::breaks)) {
                return 1;
            }
            return anchored ? 0 : 2;
        }
    }

    /**
     * Checks a folder.
     *
     * @param told items that a package holds, in their order; {@code null} when there is none
     */
    public static Result check(Path folder, List<JsonNode> told) {
        return new RecordingFolder(folder).run(told);
    }

    private Result run(List<JsonNode> told) {
        var own = own();
        var items = told == null ? own : told;
        compare(own, items);
        walk(items);
        items.forEach(this::media);
        longer();
        foreign();
        differences.sort((a, b) -> a.at().compareTo(b.at()));
        return new Result(told != null, chain.seq(), segments, chain.bytes(), List.copyOf(differences));
    }

    private List<JsonNode> own() {
        var path = folder.resolve(CHAIN);
        var items = new ArrayList<JsonNode>();
        try {
            for (String line : Files.exists(path) ? Files.readAllLines(path) : List.<String>of()) {
                items.add(Canon.parse(line.getBytes(StandardCharsets.UTF_8), CHAIN));
            }
        } catch (Broken broken) {
            add("chain-differs", CHAIN + ":" + (items.size() + 1), "", 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return items;
    }

    /** The chain beside the media may be missing; what is there of it must be that of the package. */
    private void compare(List<JsonNode> own, List<JsonNode> told) {
        for (int i = 0; i < own.size(); i++) {
            if (i >= told.size() || !own.get(i).equals(told.get(i))) {
                add(
                        "chain-differs",
                        CHAIN + ":" + (i + 1),
                        own.get(i).path("at").asText(),
                        0);
                return;
            }
        }
    }

    private void walk(List<JsonNode> items) {
        chain = new ItemChain(
                items.isEmpty() ? "" : items.get(0).path("session").asText());
        for (JsonNode item : items) {
            try {
                chain.take(item, CHAIN + ":" + (chain.seq() + 1));
            } catch (Broken broken) {
                add(
                        "chain-differs",
                        broken.object() + " " + broken.code(),
                        item.path("at").asText(),
                        0);
                return;
            }
        }
        if (!chain.closed()) {
            add(
                    "cut",
                    "after item " + chain.seq(),
                    items.isEmpty() ? "" : chain.at().toString(),
                    0);
        }
    }

    private void media(JsonNode item) {
        if (!item.path("kind").asText().equals("SEGMENT")) {
            return;
        }
        segments++;
        var file = item.path("file").asText();
        named.merge(file, item.path("length").asLong(), Long::sum);
        var from = Instant.parse(item.path("from").asText());
        var begin = begins.computeIfAbsent(item.path("track").asText(), it -> from);
        long into = Duration.between(begin, from).toMillis();
        var path = folder.resolve(file).normalize();
        if (!path.startsWith(folder.normalize()) || !Files.isRegularFile(path)) {
            add("missing", file, item.path("from").asText(), into);
        } else if (!same(path, item)) {
            add("replaced", file, item.path("from").asText(), into);
        }
    }

    /** Whether the bytes of a part are those of its item; a whole file has no more than these. */
    private static boolean same(Path path, JsonNode item) {
        long offset = item.path("offset").asLong();
        long length = item.path("length").asLong();
        try (var in = Files.newInputStream(path)) {
            long size = Files.size(path);
            boolean there = grows(path) ? size >= offset + length : size == length;
            if (!there || length > Integer.MAX_VALUE) {
                return false;
            }
            in.skipNBytes(offset);
            return Hash.hex(in.readNBytes((int) length))
                    .equals(item.path("hash").asText());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean grows(Path path) {
        return path.toString().endsWith(".mjr");
    }

    /** What stands behind the last chained byte of a file was put there. */
    private void longer() {
        named.forEach((file, chained) -> {
            var path = folder.resolve(file).normalize();
            if (grows(path)
                    && path.startsWith(folder.normalize())
                    && path.toFile().length() > chained) {
                add("replaced", file, "", 0);
            }
        });
    }

    private void foreign() {
        try (var all = Files.walk(folder)) {
            all.filter(it -> it.toString().endsWith(".webm") || it.toString().endsWith(".mjr"))
                    .map(it -> folder.relativize(it).toString().replace('\\', '/'))
                    .filter(it -> !named.containsKey(it))
                    .sorted()
                    .forEach(it -> add("not-in-the-chain", it, "", 0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(String code, String object, String at, long into) {
        differences.add(new Difference(code, object, at, into));
    }
}
