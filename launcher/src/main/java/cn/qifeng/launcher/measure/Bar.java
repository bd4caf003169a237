package cn.qifeng.launcher.measure;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What a figure must not miss; both ends count as met. */
public record Bar(double min, double max) {

    /** At most {@code max}: seconds, MiB, things lost. */
    public static Bar atMost(double max) {
        return new Bar(Double.NEGATIVE_INFINITY, max);
    }

    /** At least {@code min}: things tried, things caught. */
    public static Bar atLeast(double min) {
        return new Bar(min, Double.POSITIVE_INFINITY);
    }

    /** Exactly {@code value}. */
    public static Bar exactly(double value) {
        return new Bar(value, value);
    }

    /** Whether a figure meets it. */
    public boolean met(double figure) {
        return figure >= min && figure <= max;
    }

    /** {@code {"min"}}, {@code {"max"}} or both. */
    ObjectNode toJson() {
        var json = JsonNodeFactory.instance.objectNode();
        if (min > Double.NEGATIVE_INFINITY) {
            json.set("min", Figures.number(min));
        }
        if (max < Double.POSITIVE_INFINITY) {
            json.set("max", Figures.number(max));
        }
        return json;
    }

    @Override
    public String toString() {
        if (min == max) {
            return "= " + Figures.number(min);
        }
        return min == Double.NEGATIVE_INFINITY ? "≤ " + Figures.number(max) : "≥ " + Figures.number(min);
    }
}
