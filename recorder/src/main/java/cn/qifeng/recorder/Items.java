package cn.qifeng.recorder;

import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.json.Moments;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/** Items of a chain before they are numbered and tied (docs/recording.md section 2). */
final class Items {

    private Items() {}

    static ObjectNode opened(String session) {
        return item("OPENED").put("session", session);
    }

    static ObjectNode closed() {
        return item("CLOSED");
    }

    /** The panel reviews once more behind the end of its recording. */
    static ObjectNode reopened() {
        return item("REOPENED");
    }

    /** Something that a participant did: {@code JOIN}, {@code LEAVE}, {@code MUTE}, … */
    static ObjectNode event(String kind, String participant) {
        return item(kind).put("participant", participant);
    }

    static ObjectNode segment(String track, String file, long length, String hash, Instant from, Instant to) {
        return span("SEGMENT", track, from, to)
                .put("file", file)
                .put("offset", 0)
                .put("length", length)
                .put("hash", hash);
    }

    /** A piece of a file that only grows: its bytes from {@code offset} on. */
    static ObjectNode piece(
            String track, String file, long offset, long length, String hash, Instant from, Instant to) {
        return segment(track, file, length, hash, from, to).put("offset", offset);
    }

    static ObjectNode gap(String track, Instant from, Instant to) {
        return span("GAP", track, from, to);
    }

    static ObjectNode fault(String track, Instant from, Instant to, String reason) {
        return span("FAULT", track, from, to).put("reason", reason);
    }

    private static ObjectNode span(String kind, String track, Instant from, Instant to) {
        return item(kind).put("track", track).put("from", Moments.format(from)).put("to", Moments.format(to));
    }

    private static ObjectNode item(String kind) {
        return CanonicalJson.object().put("kind", kind).put("at", Moments.format(Instant.now()));
    }
}
