package cn.qifeng.auditor.recording;

import cn.qifeng.auditor.crypto.Hash;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** M01 comes, is recorded for 12 s, its recorder dies, and it is recorded again for 12 s. */
public final class SampleChain {

    private static final ObjectMapper JSON = new ObjectMapper();

    private SampleChain() {}

    /** The items, not numbered yet. */
    public static List<ObjectNode> items() {
        var items = new ArrayList<ObjectNode>();
        items.add(item("OPENED", 0).put("session", "s"));
        items.add(item("JOIN", 0).put("participant", "M01"));
        items.add(segment(0, 0));
        items.add(segment(1, 6));
        items.add(span("FAULT", 12, 18).put("reason", "RECORDER_ENDED"));
        items.add(segment(2, 18));
        items.add(span("GAP", 20, 24));
        items.add(segment(3, 24));
        items.add(item("LEAVE", 30).put("participant", "M01"));
        items.add(item("CLOSED", 30));
        return items;
    }

    /** The same with a server that keeps packets: four pieces of one file that grows, and one of its sound. */
    public static List<ObjectNode> kept() {
        var items = items();
        int[] places = {2, 3, 5, 7};
        for (int n = 0; n < places.length; n++) {
            items.get(places[n]).put("file", "M01/001-video-1.mjr").put("offset", n * media(0).length);
        }
        items.add(3, segment(4, 0).put("track", "M01.sound").put("file", "M01/001-audio-0.mjr"));
        return items;
    }

    /** Numbers items and ties each to the one before, as a recorder does. */
    public static List<ObjectNode> tied(List<ObjectNode> items) {
        var hash = "0".repeat(64);
        for (int i = 0; i < items.size(); i++) {
            items.get(i).put("seq", i + 1).put("previous", hash);
            hash = ItemChain.hashOf(items.get(i), "item");
        }
        return items;
    }

    /** The bytes of a segment. */
    public static byte[] media(int n) {
        return ("segment " + n).getBytes(StandardCharsets.UTF_8);
    }

    /** A moment so many seconds behind the beginning. */
    public static String moment(int second) {
        return Instant.parse("2026-12-02T01:00:00Z")
                .plusSeconds(second)
                .toString()
                .replace("Z", ".000Z");
    }

    /** An item of a kind. */
    public static ObjectNode item(String kind, int at) {
        return JSON.createObjectNode().put("kind", kind).put("at", moment(at));
    }

    private static ObjectNode span(String kind, int from, int to) {
        return item(kind, to).put("track", "M01").put("from", moment(from)).put("to", moment(to));
    }

    private static ObjectNode segment(int n, int from) {
        return span("SEGMENT", from, from + 6)
                .put("file", "M01/001-" + n + ".webm")
                .put("offset", 0)
                .put("length", media(n).length)
                .put("hash", Hash.hex(media(n)));
    }
}
