package cn.qifeng.blind;

import cn.qifeng.trust.json.CanonicalJson;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;

/**
 * One mark found in a blind file (暗标检查发现), for a person to judge.
 *
 * @param page from 1; 0 where it belongs to the whole document
 * @param place on the page as {@code x,y} of its upper left corner in millimetres, or the name of a part of the file
 * @param seen what stands there, at most 200 characters, what is not seen written as {@code U+…}
 * @param expected what the rule expects instead; {@code none} where nothing of the kind may stand
 */
public record Mark(MarkKind kind, int page, String place, String seen, String expected) implements Comparable<Mark> {

    /** The value of {@code expected} where nothing of the kind may stand. */
    public static final String NONE = "none";

    private static final int SEEN_MAX = 200;
    private static final Comparator<Mark> ORDER = Comparator.comparingInt(Mark::page)
            .thenComparing(Mark::kind)
            .thenComparing(Mark::place)
            .thenComparing(Mark::seen);

    public Mark {
        seen = Shown.of(seen, SEEN_MAX);
        place = Shown.of(place, SEEN_MAX);
    }

    static Mark of(MarkKind kind, int page, String place, String seen) {
        return new Mark(kind, page, place, seen, NONE);
    }

    static Mark ofDocument(MarkKind kind, String place, String seen) {
        return of(kind, 0, place, seen);
    }

    /** This mark as canonical JSON. */
    public ObjectNode toJson() {
        return CanonicalJson.object()
                .put("kind", kind.name())
                .put("page", page)
                .put("place", place)
                .put("seen", seen)
                .put("expected", expected);
    }

    @Override
    public int compareTo(Mark other) {
        return ORDER.compare(this, other);
    }
}
