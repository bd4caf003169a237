package cn.qifeng.launcher.measure.seat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipFile;

/** Scores of an evaluation worked out again from the sheets that its members wrote down at their sites. */
public final class Totals {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Set<String> OWN_STEPS = Set.of("score", "found");

    private Totals() {}

    /**
     * Whether a drill's own members take the place of the demo's in a step: they score, and find no ground of rejection
     * while they do, so that there is nothing to vote on behind it.
     */
    public static boolean replaced(String step) {
        return OWN_STEPS.contains(step);
    }

    /**
     * How many technical scores differ from the mean of the sheets, and how many members see another result.
     *
     * @param sheets by account, labels as that member sees them
     * @param views by account
     */
    public static int differing(Map<String, JsonNode> sheets, Map<String, JsonNode> views) {
        var points = new HashMap<String, List<BigDecimal>>();
        views.forEach((account, view) -> sums(sheets.get(account), view)
                .forEach((bid, sum) ->
                        points.computeIfAbsent(bid, it -> new ArrayList<>()).add(sum)));
        var first = views.values().iterator().next().path("result");
        int differing = (int) views.values().stream()
                .filter(it -> !it.path("result").equals(first))
                .count();
        for (JsonNode line : first.path("lines")) {
            var all = points.getOrDefault(line.path("bidId").asText(), List.of());
            var sum = all.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
            boolean same = all.size() == views.size()
                    && sum.divide(BigDecimal.valueOf(all.size()), 2, RoundingMode.HALF_UP)
                                    .compareTo(new BigDecimal(
                                            line.path("technicalScore").asText()))
                            == 0;
            differing += same ? 0 : 1;
        }
        return first.path("lines").isEmpty() ? differing + 1 : differing;
    }

    private static Map<String, BigDecimal> sums(JsonNode sheet, JsonNode view) {
        var bids = new HashMap<String, String>();
        view.path("bids")
                .forEach(it ->
                        bids.put(it.path("label").asText(), it.path("bidId").asText()));
        var sums = new HashMap<String, BigDecimal>();
        for (JsonNode bid : sheet.path("bids")) {
            var sum = BigDecimal.ZERO;
            for (JsonNode item : bid.path("items")) {
                sum = sum.add(new BigDecimal(item.path("score").asText()));
            }
            sums.put(bids.get(bid.path("label").asText()), sum);
        }
        return sums;
    }

    /** Commitments and reveals in the supervisor's package beyond one of each member. */
    public static int doubles(Path evidence, int members) throws IOException {
        var counts = new HashMap<String, Integer>();
        try (var zip = new ZipFile(evidence.toFile())) {
            for (var entry :
                    zip.stream().filter(it -> it.getName().startsWith("chain/")).toList()) {
                try (var in = zip.getInputStream(entry)) {
                    var type = JSON.readTree(in).at("/entry/head/type").asText();
                    counts.merge(type, 1, Integer::sum);
                }
            }
        }
        return Math.abs(counts.getOrDefault("evaluation/committed", 0) - members)
                + Math.abs(counts.getOrDefault("evaluation/revealed", 0) - members);
    }
}
