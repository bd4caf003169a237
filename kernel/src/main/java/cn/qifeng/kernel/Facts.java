package cn.qifeng.kernel;

import java.util.LinkedHashMap;
import java.util.Map;

/** Builds the facts of a refusal under the names that every client knows (拒绝依据). */
public final class Facts {

    private final Map<String, Object> facts = new LinkedHashMap<>();

    private Facts() {}

    /** Facts about one field: JSON path of the field, the value seen and what was expected. */
    public static Facts field(String path, Object seen, Object expected) {
        return new Facts().and("field", path).and("seen", seen).and("expected", expected);
    }

    /** Facts that start with one name of the capability's own. */
    public static Facts of(String name, Object value) {
        return new Facts().and(name, value);
    }

    /** Earliest legal time at which the same act would pass; ISO-8601. */
    public Facts earliest(Object moment) {
        return and("earliest", moment);
    }

    /** One more fact; {@code null} is shown as a dash. */
    public Facts and(String name, Object value) {
        facts.put(name, value == null ? "—" : value);
        return this;
    }

    /** The facts in the order in which they were given. */
    public Map<String, Object> map() {
        return Map.copyOf(facts);
    }
}
