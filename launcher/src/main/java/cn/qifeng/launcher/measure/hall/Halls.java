package cn.qifeng.launcher.measure.hall;

import cn.qifeng.trust.json.CanonicalJson;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/** What measured halls have in common: names, what a platform says to a member, and waiting. */
final class Halls {

    static final int FPS = 10;

    /** Seconds in which a measured hall is there, or empty. */
    static final long SOON = 60;

    private Halls() {}

    /** Session codes of so many members. */
    static List<String> members(int count) {
        return IntStream.rangeClosed(1, count).mapToObj("M%02d"::formatted).toList();
    }

    /** What a member is told who comes in when all others are there; among browsers the later one offers. */
    static ObjectNode entered(String kind, String member, List<String> members) {
        var message = CanonicalJson.object()
                .put("kind", "entered")
                .put("label", member)
                .put("hall", kind);
        var links = message.putArray("links");
        for (String other : members) {
            if (!other.equals(member)) {
                links.addObject().put("peer", other).put("offers", other.compareTo(member) < 0);
            }
        }
        links.addObject().put("peer", "recorder").put("offers", true);
        return message;
    }

    /** A signal as a member hears it. */
    static ObjectNode signal(String from, JsonNode signal) {
        var message = CanonicalJson.object().put("kind", "signal").put("from", from);
        message.set("signal", signal);
        return message;
    }

    /** Waits until something is so; throws where it is not within so many seconds. */
    static void await(String what, long seconds, BooleanSupplier there) throws IOException, InterruptedException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (!there.getAsBoolean()) {
            if (System.nanoTime() > until) {
                throw new IOException("within " + seconds + " s: no " + what);
            }
            Thread.sleep(100);
        }
    }
}
