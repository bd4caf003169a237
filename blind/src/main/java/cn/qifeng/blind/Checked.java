package cn.qifeng.blind;

import cn.qifeng.trust.hash.Hex;
import cn.qifeng.trust.hash.Sm3;
import cn.qifeng.trust.json.CanonicalJson;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What came of a check (暗标检查结果). The same file and rules give the same result, byte for byte.
 *
 * @param file SM3 of the file, hexadecimal
 * @param pages number of pages; 0 where the file could not be read
 * @param canonical SM3 of the canonical form; empty where none could be made
 * @param more marks left out, because there were too many of their kind on one page or in all
 */
public record Checked(String file, int pages, Optional<String> canonical, List<Mark> marks, int more) {

    private static final int MARKS_MAX = 2000;
    private static final int ALIKE_MAX = 20;

    public Checked {
        marks = List.copyOf(marks);
    }

    /** With the marks in order, each once, and not too many. */
    static Checked of(String file, int pages, Optional<String> canonical, List<Mark> found) {
        var kept = new ArrayList<Mark>();
        Mark group = null;
        int alike = 0;
        var ordered = found.stream().distinct().sorted().toList();
        for (var mark : ordered) {
            boolean same = group != null && group.page() == mark.page() && group.kind() == mark.kind();
            alike = same ? alike + 1 : 1;
            group = mark;
            if (alike <= ALIKE_MAX && kept.size() < MARKS_MAX) {
                kept.add(mark);
            }
        }
        return new Checked(file, pages, canonical, kept, ordered.size() - kept.size());
    }

    /** A file of which nothing but this is known. */
    static Checked refused(String file, MarkKind kind, String why) {
        return new Checked(file, 0, Optional.empty(), List.of(Mark.ofDocument(kind, "file", why)), 0);
    }

    /** This result as canonical JSON. */
    public ObjectNode toJson() {
        var json = CanonicalJson.object()
                .put("file", file)
                .put("pages", pages)
                .put("canonical", canonical.orElse(null))
                .put("more", more);
        var list = json.putArray("marks");
        marks.forEach(it -> list.add(it.toJson()));
        return json;
    }

    /** SM3 of the marks as canonical JSON, hexadecimal. */
    public String marksSm3() {
        return Hex.encode(Sm3.of(CanonicalJson.encode(toJson().path("marks"))));
    }

    /** A result as {@link #toJson} wrote it. */
    public static Checked from(JsonNode json) {
        var marks = new ArrayList<Mark>();
        json.path("marks")
                .forEach(it -> marks.add(new Mark(
                        MarkKind.valueOf(it.path("kind").asText()),
                        it.path("page").asInt(),
                        it.path("place").asText(),
                        it.path("seen").asText(),
                        it.path("expected").asText())));
        return new Checked(
                json.path("file").asText(),
                json.path("pages").asInt(),
                Optional.ofNullable(json.path("canonical").textValue()),
                marks,
                json.path("more").asInt());
    }
}
