package cn.qifeng.launcher.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** What came of the tender, read from public answers alone. */
final class Summary {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonNode tender;
    private final JsonNode opening;
    private final JsonNode award;
    private final JsonNode scored;

    /**
     * A summary of public answers: the tender's notice, the opening, the award, and the body of the entry {@code
     * evaluation/scored}, see {@link #scored}.
     */
    Summary(JsonNode tender, JsonNode opening, JsonNode award, JsonNode scored) {
        this.tender = tender;
        this.opening = opening;
        this.award = award;
        this.scored = scored;
    }

    /** The one object of {@code summary.json}; {@code steps} are seconds by name. */
    ObjectNode of(Map<String, Double> steps) {
        var method = tender.path("terms").path("method");
        var summary = JSON.createObjectNode();
        summary.put("tenderId", tender.path("tender").asText())
                .put("lotId", tender.path("lot").asText());
        summary.set("method", method.path("code"));
        summary.set("k", opening.path("draw").path("k"));
        summary.set("benchmarkPriceFen", scored.path("basePriceFen"));
        summary.set("fullScore", method.path("fullScore"));
        summary.set("e1", method.path("e1"));
        summary.set("e2", method.path("e2"));
        bids(summary.putArray("bids"));
        var finalists = summary.putArray("finalists");
        award.path("finalists")
                .forEach(finalist -> finalists.add(finalist.path("name").asText()));
        votes(summary.putArray("votes"));
        summary.put("winner", names().get(award.path("winner").asText()));
        summary.set("contractPriceFen", award.path("notice").path("amountFen"));
        var list = summary.putArray("steps");
        steps.forEach((name, seconds) -> list.addObject().put("name", name).put("seconds", seconds));
        return summary;
    }

    private void bids(ArrayNode list) {
        var names = names();
        for (JsonNode result : opening.path("results")) {
            var id = result.path("bidId").asText();
            var bid = list.addObject()
                    .put("bidder", names.get(id))
                    .put("priceFen", result.path("bid").path("priceFen").asLong())
                    .put("priceScore", score(scored.path("prices"), id))
                    .put("technicalScore", score(scored.path("technical"), id))
                    .put("totalScore", score(scored.path("totals"), id))
                    .put("status", result.path("status").asText());
            review(bid, id);
        }
    }

    /** How many votes each finalist got in each round. */
    private void votes(ArrayNode list) {
        var names = names();
        for (JsonNode round : award.path("rounds")) {
            for (JsonNode vote : round.path("votes")) {
                list.addObject()
                        .put("round", round.path("n").asInt())
                        .put("bidder", names.get(vote.path("bidId").asText()))
                        .put("count", vote.path("count").asInt());
            }
        }
    }

    /** The last scores as they stand in a package, which is what anybody else can read too. */
    static JsonNode scored(Path evidence) throws IOException {
        JsonNode scores = null;
        try (var zip = new ZipFile(evidence.toFile())) {
            for (var entry : entries(zip)) {
                if (entry.getName().startsWith("chain/")) {
                    var node = JSON.readTree(zip.getInputStream(entry)).path("entry");
                    if (node.path("head").path("type").asText().equals("evaluation/scored")) {
                        scores = node.path("body");
                    }
                }
            }
        }
        if (scores == null) {
            throw new DemoFailed("package", "no scores", null);
        }
        return scores;
    }

    private static List<? extends ZipEntry> entries(ZipFile zip) {
        return zip.stream().sorted(Comparator.comparing(ZipEntry::getName)).toList();
    }

    private Map<String, String> names() {
        var names = new HashMap<String, String>();
        opening.path("names")
                .forEach(name ->
                        names.put(name.path("bidId").asText(), name.path("name").asText()));
        return names;
    }

    /** In method M-E the reviewed price, and the place that it gives. */
    private void review(ObjectNode bid, String id) {
        for (JsonNode line : scored.path("reviewed")) {
            if (line.path("bidId").asText().equals(id)) {
                bid.put("reviewedPriceFen", line.path("reviewedFen").asLong())
                        .put("rank", line.path("rank").asInt());
            }
        }
    }

    private static String score(JsonNode list, String bid) {
        for (JsonNode item : list) {
            if (item.path("bidId").asText().equals(bid)) {
                return item.path("score").asText();
            }
        }
        return null;
    }
}
