package cn.qifeng.launcher.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipFile;

/** What came of the tender, read from public answers alone. */
final class Summary {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Tour tour;
    private final JsonNode opening;
    private final Path evidence;

    Summary(Tour tour, JsonNode opening, Path evidence) {
        this.tour = tour;
        this.opening = opening;
        this.evidence = evidence;
    }

    ObjectNode of(Map<String, Double> steps) throws IOException {
        var summary = JSON.createObjectNode();
        var award = tour.visitor().get(tour.inLot("/award"));
        var method = tour.visitor()
                .get("/api/core/public/tenders/" + tour.tender)
                .path("tender")
                .path("terms")
                .path("method");
        var scored = scored();
        summary.put("tenderId", tour.tender).put("lotId", tour.lot);
        summary.set("method", method.path("code"));
        summary.set("k", opening.path("draw").path("k"));
        summary.set("benchmarkPriceFen", scored.path("basePriceFen"));
        summary.set("fullScore", method.path("fullScore"));
        summary.set("e1", method.path("e1"));
        summary.set("e2", method.path("e2"));
        bids(summary, scored);
        summary.putArray("finalists");
        award.path("finalists")
                .forEach(finalist ->
                        summary.withArray("finalists").add(finalist.path("name").asText()));
        summary.set("votes", award.path("rounds"));
        summary.put("winner", names().get(award.path("winner").asText()));
        summary.set("contractPriceFen", award.path("notice").path("amountFen"));
        var list = summary.putArray("steps");
        steps.forEach((name, seconds) -> list.addObject().put("name", name).put("seconds", seconds));
        return summary;
    }

    private void bids(ObjectNode summary, JsonNode scored) {
        var names = names();
        var list = summary.putArray("bids");
        for (JsonNode result : opening.path("results")) {
            var id = result.path("bidId").asText();
            list.addObject()
                    .put("bidder", names.get(id))
                    .put("priceFen", result.path("bid").path("priceFen").asLong())
                    .put("priceScore", score(scored.path("prices"), id))
                    .put("technicalScore", score(scored.path("technical"), id))
                    .put("totalScore", score(scored.path("totals"), id))
                    .put("status", result.path("status").asText());
        }
    }

    /** The scores as they stand in the package, which is what anybody else can read too. */
    private JsonNode scored() throws IOException {
        try (var zip = new ZipFile(evidence.toFile())) {
            for (var entry : Collections.list(zip.entries())) {
                if (entry.getName().startsWith("chain/")) {
                    var node = JSON.readTree(zip.getInputStream(entry)).path("entry");
                    if (node.path("head").path("type").asText().equals("evaluation/scored")) {
                        return node.path("body");
                    }
                }
            }
        }
        throw new DemoFailed("package", "no scores", null);
    }

    private Map<String, String> names() {
        var names = new HashMap<String, String>();
        opening.path("names")
                .forEach(name ->
                        names.put(name.path("bidId").asText(), name.path("name").asText()));
        return names;
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
