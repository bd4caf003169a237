package cn.qifeng.auditor.recording;

import cn.qifeng.auditor.Broken;
import cn.qifeng.auditor.Canon;
import cn.qifeng.auditor.Shape;
import cn.qifeng.auditor.crypto.Hash;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The items of one recording in their order: each follows the one before, and nothing is missing between two parts. */
public final class ItemChain {

    private static final Set<String> EVENTS = Set.of(
            "JOIN", "LEAVE", "MUTE", "UNMUTE", "CAMERA_OFF", "CAMERA_ON", "SCREEN_ON", "SCREEN_OFF", "RECONNECT");
    private static final long HOLE_MS_MAX = 2_000;
    private static final long OVERLAP_MS_MAX = 1_000;

    private final String session;
    private static final String GROWING = ".mjr";

    private final Map<String, Growth> files = new HashMap<>();
    private final Set<String> joined = new HashSet<>();
    private final Map<String, Instant> ends = new HashMap<>();
    private final Set<String> broken = new HashSet<>();
    private long seq;
    private String hash = "0".repeat(64);
    private Instant at = Instant.MIN;
    private long bytes;
    private boolean closed;
    private int reopenings;

    /** An empty chain of a session. */
    public ItemChain(String session) {
        this.session = session;
    }

    /** Takes the next item; throws {@link Broken} for {@code object} when it is not. */
    public void take(JsonNode item, String object) {
        boolean reopens = item.path("kind").asText().equals("REOPENED");
        Broken.unless(closed == reopens, object, "something stands behind the end of a recording");
        Broken.unless(Shape.number(item, "seq", object) == seq + 1, object, "an item of a recording is missing");
        Shape.equal(item, "previous", hash, object, "an item that does not follow the one before");
        var time = Shape.moment(item, "at", object);
        Broken.unless(!time.isBefore(at), object, "time of a recording runs backwards");
        var kind = Shape.text(item, "kind", object);
        Broken.unless(kind.equals("OPENED") == (seq == 0), object, "a recording does not begin with its opening");
        kind(kind, item, object);
        seq++;
        hash = hashOf(item, object);
        at = time;
    }

    /** SM3("QR1 item" ‖ canonical item). */
    public static String hashOf(JsonNode item, String object) {
        return Hash.hex(Hash.ascii("QR1 item"), Canon.bytes(item, object));
    }

    private void kind(String kind, JsonNode item, String object) {
        if (EVENTS.contains(kind)) {
            Shape.exactly(item, object, "seq", "previous", "at", "kind", "participant");
            event(kind, Shape.text(item, "participant", object));
            return;
        }
        switch (kind) {
            case "OPENED" -> {
                Shape.exactly(item, object, "seq", "previous", "at", "kind", "session");
                Shape.equal(item, "session", session, object, "a recording of another session");
            }
            case "SEGMENT" -> segment(item, object);
            case "GAP" -> span(item, object, "seq", "previous", "at", "kind", "track", "from", "to");
            case "FAULT" -> {
                span(item, object, "seq", "previous", "at", "kind", "track", "from", "to", "reason");
                broken.add(item.path("track").asText());
            }
            case "CLOSED", "REOPENED" -> {
                Shape.exactly(item, object, "seq", "previous", "at", "kind");
                closed = kind.equals("CLOSED");
                reopenings += closed ? 0 : 1;
            }
            default -> throw new Broken(object, "an unknown item of a recording", kind);
        }
    }

    /** Who comes, comes back or begins to show a screen may have been away before. */
    private void event(String kind, String participant) {
        if (kind.equals("JOIN")) {
            joined.add(participant);
        }
        if (Set.of("JOIN", "RECONNECT", "SCREEN_ON").contains(kind)) {
            broken.add(participant);
            broken.add(participant + ".screen");
            broken.add(participant + ".sound");
        }
    }

    private void segment(JsonNode item, String object) {
        span(item, object, "seq", "previous", "at", "kind", "track", "file", "offset", "length", "hash", "from", "to");
        var track = item.path("track").asText();
        var file = Shape.text(item, "file", object);
        Shape.hex(item, "hash", 32, object);
        var participant = track.replaceFirst("\\.(screen|sound)$", "");
        place(item, track, participant, file, object);
        Broken.unless(joined.contains(participant), object, "a part of nobody who was there");
        bytes += Shape.number(item, "length", object);
        var from = Instant.parse(item.path("from").asText());
        var last = ends.put(track, Instant.parse(item.path("to").asText()));
        boolean mayBeAway = broken.remove(track);
        if (last != null) {
            long hole = from.toEpochMilli() - last.toEpochMilli();
            Broken.unless(mayBeAway || hole <= HOLE_MS_MAX, object, "a gap of a recording that no item tells", hole);
            Broken.unless(hole >= -OVERLAP_MS_MAX, object, "parts of a recording overlap", -hole);
        }
    }

    /** A file stands once and whole; one that only grows stands piece behind piece, and in one track. */
    private void place(JsonNode item, String track, String participant, String file, String object) {
        long offset = Shape.number(item, "offset", object);
        var former = files.get(file);
        boolean grows = file.endsWith(GROWING);
        long due = former == null ? 0 : former.end();
        boolean own = file.startsWith((grows ? participant : track) + "/");
        boolean once = former == null || grows && former.track().equals(track);
        Broken.unless(own && once && offset == due, object, "a file of a recording twice or elsewhere");
        files.put(file, new Growth(track, offset + Shape.number(item, "length", object)));
    }

    /** To which track a file belongs, and how much of it is chained (文件进度). */
    private record Growth(String track, long end) {}

    private static void span(JsonNode item, String object, String... members) {
        Shape.exactly(item, object, members);
        Shape.text(item, "track", object);
        var from = Shape.moment(item, "from", object);
        Broken.unless(!Shape.moment(item, "to", object).isBefore(from), object, "a part of a recording ends too early");
    }

    /** Number of the last item. */
    public long seq() {
        return seq;
    }

    /** Hash of the last item. */
    public String hash() {
        return hash;
    }

    /** When the last item was written. */
    public Instant at() {
        return at;
    }

    /** Bytes of all parts. */
    public long bytes() {
        return bytes;
    }

    /** How often the chain went on behind its end, for a re-review. */
    public int reopenings() {
        return reopenings;
    }

    /** Whether the last item closes the chain. */
    public boolean closed() {
        return closed;
    }
}
