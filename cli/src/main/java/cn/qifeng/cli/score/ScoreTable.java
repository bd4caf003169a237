package cn.qifeng.cli.score;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** A result as a table for people. */
final class ScoreTable {

    private static final Map<String, String> HEADINGS = new LinkedHashMap<>();
    /** Characters of this kind take two columns of a terminal. */
    private static final int WIDE_FROM = 0x2E80;

    static {
        HEADINGS.put("bidder", "bidder 投标人");
        HEADINGS.put("price", "price 报价");
        HEADINGS.put("reviewedPrice", "reviewed 评标价");
        HEADINGS.put("counted", "in mean 计入均值");
        HEADINGS.put("deviation", "β %");
        HEADINGS.put("score", "score 得分");
        HEADINGS.put("rank", "rank 名次");
        HEADINGS.put("rejected", "rejected 否决");
    }

    private ScoreTable() {}

    /** The lines of the table, with mean and base price above. */
    static String of(JsonNode result) {
        var text =
                new StringBuilder("method 评标办法 ").append(result.path("method").asText());
        if (result.has("benchmarkPrice")) {
            text.append(System.lineSeparator())
                    .append("mean 均值 ")
                    .append(result.path("mean").asText())
                    .append(", benchmark price 评标基准价 ")
                    .append(result.path("benchmarkPrice").asText());
        }
        var lines = new ArrayList<JsonNode>();
        result.path("scores").forEach(lines::add);
        var columns = HEADINGS.keySet().stream()
                .filter(it -> lines.stream().anyMatch(line -> line.has(it)))
                .toList();
        row(text, columns, lines, HEADINGS::get);
        lines.forEach(line -> row(text, columns, lines, it -> line.path(it).asText()));
        return text.toString();
    }

    private static void row(
            StringBuilder text, List<String> columns, List<JsonNode> lines, UnaryOperator<String> value) {
        text.append(System.lineSeparator());
        for (var column : columns) {
            int width = lines.stream()
                    .mapToInt(line -> width(line.path(column).asText()))
                    .reduce(width(HEADINGS.get(column)), Math::max);
            String shown = value.apply(column);
            text.append(shown).append(" ".repeat(width - width(shown) + 2));
        }
    }

    private static int width(String text) {
        return text.codePoints().map(it -> it >= WIDE_FROM ? 2 : 1).sum();
    }
}
