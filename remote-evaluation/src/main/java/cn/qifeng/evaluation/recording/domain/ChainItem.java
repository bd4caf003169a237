package cn.qifeng.evaluation.recording.domain;

import cn.qifeng.kernel.Facts;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.json.Moments;
import cn.qifeng.trust.recording.ChainLink;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.regex.Pattern;

/**
 * One item of a recording's chain (录制链条目, docs/recording.md section 2), as its recorder wrote it.
 *
 * @param json the item; its canonical form is what the next one hashes
 */
public record ChainItem(ObjectNode json) {

    private static final Pattern FILE = Pattern.compile("[A-Za-z0-9.-]{1,60}/[A-Za-z0-9.-]{1,60}");

    /** Reads an item from its canonical text. */
    public static ChainItem of(String text) {
        return new ChainItem(CanonicalJson.decode(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Number in the chain, from 1. */
    public long seq() {
        return json.path("seq").asLong();
    }

    /** {@code SEGMENT}, {@code GAP}, {@code FAULT}, {@code JOIN}, … */
    public String kind() {
        return json.path("kind").asText();
    }

    /** The track of a segment, gap or fault; empty for others. */
    public String track() {
        return json.path("track").asText();
    }

    /** File of a segment below the folder of the session; empty for others. */
    public String file() {
        return json.path("file").asText();
    }

    /** Bytes of a segment; 0 for others. */
    public long length() {
        return isSegment() ? json.path("length").asLong() : 0;
    }

    /** When a segment, gap or fault begins. */
    public Instant from() {
        return Moments.parse(json.path("from").asText());
    }

    /** When a segment, gap or fault ends. */
    public Instant to() {
        return Moments.parse(json.path("to").asText());
    }

    /** When it was written. */
    public Instant at() {
        return Moments.parse(json.path("at").asText());
    }

    /** Whether media belong to it. */
    public boolean isSegment() {
        return kind().equals("SEGMENT");
    }

    /** Whether it is the last one of a chain. */
    public boolean closes() {
        return kind().equals("CLOSED");
    }

    /** Whether the recording goes on behind its end, for a re-review. */
    public boolean reopens() {
        return kind().equals("REOPENED");
    }

    /** SM3 of the item. */
    public String hash() {
        return ChainLink.hashOf(json);
    }

    /** Canonical text. */
    public String text() {
        return new String(CanonicalJson.encode(json), StandardCharsets.UTF_8);
    }

    /** Refuses a name that no recorder gives to a file. */
    public static String safeFile(String name) {
        if (!FILE.matcher(name).matches() || name.contains("..")) {
            throw RecordingRefusal.NO_SUCH_FILE.with(Facts.of("file", name).map());
        }
        return name;
    }
}
