package cn.qifeng.cli.trustee;

import cn.qifeng.cli.seal.Refusals;
import cn.qifeng.kernel.Refused;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code qifeng trustee draw}: takes part in the draws of which this person is a party, each step when it is due. Before it
 * commits, it verifies the key set and the pool that were published, and that the list is under witnesses.
 */
@Command(
        name = "draw",
        description =
                "Take part in your draws; with --follow in every step until they are over. Exit 0 done, 1 refused",
        mixinStandardHelpOptions = true)
final class DrawCommand implements Callable<Integer> {

    private static final long PAUSE_MS = 1_000;
    private static final long MS = 1_000;

    @Mixin
    private TrusteeOptions options;

    @Option(names = "--draw", description = "this draw alone")
    private String only;

    @Option(names = "--follow", description = "go on for so many seconds, until no draw waits", defaultValue = "0")
    private int followS;

    @Option(
            names = "--open-missing",
            description = "give your shares of the numbers that others did not reveal in time")
    private boolean openMissing;

    private final Set<String> refused = new HashSet<>();

    @Override
    public Integer call() throws IOException {
        return Refusals.told(this::run);
    }

    private int run() throws IOException {
        var desk = options.desk();
        var part = new DrawPart(desk);
        long until = System.currentTimeMillis() + followS * MS;
        boolean waits = step(desk, part);
        while (waits && System.currentTimeMillis() < until) {
            pause();
            waits = step(desk, part);
        }
        return refused.isEmpty() ? 0 : 1;
    }

    /** One round over all draws; whether one of them is still under way. What one draw refuses stops no other. */
    private boolean step(Desk desk, DrawPart part) throws IOException {
        boolean waits = false;
        for (JsonNode draw : desk.api().get("/api/core/draws/mine")) {
            var id = draw.path("id").asText();
            if (only != null && !only.equals(id) || draw.path("awaits").isNull() || refused.contains(id)) {
                continue;
            }
            try {
                take(part, draw, id);
                waits = true;
            } catch (Refused why) {
                refused.add(id);
                System.err.println("Draw " + id + ": " + Refusals.text(why));
            }
        }
        return waits;
    }

    private void take(DrawPart part, JsonNode draw, String id) throws IOException {
        part.take(draw).ifPresent(done -> System.out.println("Draw " + id + ": " + done));
        if (openMissing) {
            part.openMissing(draw).ifPresent(done -> System.out.println("Draw " + id + ": " + done));
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
