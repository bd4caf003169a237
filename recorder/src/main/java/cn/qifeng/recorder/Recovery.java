package cn.qifeng.recorder;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a recorder finds that begins in a folder where another one ended (续录): segments that were finished and not
 * chained, and tracks that nobody ended on purpose.
 */
final class Recovery {

    private static final long SETTLE_MS_MAX = 8_000;
    private static final long SETTLE_STEP_MS = 100;

    private final Path room;
    private final Set<String> chained = new HashSet<>();

    Recovery(Path room, List<ObjectNode> chain) {
        this.room = room;
        chain.forEach(it -> chained.add(it.path("file").asText()));
    }

    /** The items that are missing: segments by time, and then a fault for each track that was cut. */
    List<ObjectNode> items() throws IOException, InterruptedException {
        var found = new ArrayList<ObjectNode>();
        var faults = new ArrayList<ObjectNode>();
        for (Path folder : folders()) {
            var track = folder.getFileName().toString();
            for (Path start : starts(folder)) {
                var run = start.getFileName().toString().replace(Encoder.START, "");
                var segments = new Segments(folder, track, run);
                settle(segments);
                found.addAll(segments.finished(false, chained));
                var mark = folder.resolve(run + Lane.ENDED);
                if (!Files.exists(mark)) {
                    faults.add(Items.fault(track, segments.end(), Instant.now(), "RECORDER_ENDED"));
                    Files.writeString(mark, "");
                }
            }
        }
        found.sort(Comparator.comparing(it -> it.path("from").asText()));
        found.addAll(faults);
        return found;
    }

    /** An encoder outlives its recorder by the moment that it takes to close its last segment. */
    private static void settle(Segments segments) throws IOException, InterruptedException {
        long until = System.currentTimeMillis() + SETTLE_MS_MAX;
        while (segments.unfinished() && System.currentTimeMillis() < until) {
            Thread.sleep(SETTLE_STEP_MS);
        }
    }

    private List<Path> folders() throws IOException {
        try (var all = Files.list(room)) {
            return all.filter(Files::isDirectory).sorted().toList();
        }
    }

    private static List<Path> starts(Path folder) throws IOException {
        try (var all = Files.list(folder)) {
            return all.filter(it -> it.toString().endsWith(Encoder.START))
                    .sorted()
                    .toList();
        }
    }
}
