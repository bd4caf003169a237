package cn.qifeng.launcher.measure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What one run measured, in the order in which it was told, and the bars that some of it must meet. */
public final class Figures {

    private static final int DECIMALS = 3;

    private final Map<String, Double> values = new LinkedHashMap<>();
    private final Map<String, Bar> bars = new LinkedHashMap<>();

    /** A figure for information; its unit comes last in its name, as in {@code readySeconds}. */
    public Figures add(String name, double value) {
        values.put(name, value);
        return this;
    }

    /** A figure that has to meet a bar. */
    public Figures add(String name, double value, Bar bar) {
        bars.put(name, bar);
        return add(name, value);
    }

    /** The value in the middle, the upper one of two; throws where there is none. */
    public static double median(List<? extends Number> values) {
        return values.stream().mapToDouble(Number::doubleValue).sorted().toArray()[values.size() / 2];
    }

    /** Whether there is at least one bar and every bar is met: a run that held nothing to a bar proves nothing. */
    public boolean pass() {
        return !bars.isEmpty()
                && bars.entrySet().stream().allMatch(bar -> bar.getValue().met(values.get(bar.getKey())));
    }

    /** {@code {name, figures, bars, pass}}. */
    ObjectNode toJson(String name) {
        var json = JsonNodeFactory.instance.objectNode().put("name", name);
        var figures = json.putObject("figures");
        values.forEach((figure, value) -> figures.set(figure, number(value)));
        var wanted = json.putObject("bars");
        bars.forEach((figure, bar) -> wanted.set(figure, bar.toJson()));
        return json.put("pass", pass());
    }

    /** One line for each figure, and the verdict. */
    String text(String name) {
        var text = new StringBuilder();
        values.forEach((figure, value) -> {
            var bar = bars.get(figure);
            var mark = bar == null ? " " : bar.met(value) ? "✓" : "✗";
            text.append(
                    "  %s %-28s %12s %s%n".formatted(mark, figure, number(value).asText(), bar == null ? "" : bar));
        });
        return text.append(name).append(pass() ? ": passed" : ": missed").toString();
    }

    /** Rounded to thousandths, and whole where it is whole. */
    static JsonNode number(double value) {
        var rounded = BigDecimal.valueOf(value)
                .setScale(DECIMALS, RoundingMode.HALF_UP)
                .stripTrailingZeros();
        return rounded.scale() <= 0
                ? JsonNodeFactory.instance.numberNode(rounded.longValueExact())
                : JsonNodeFactory.instance.numberNode(rounded);
    }
}
