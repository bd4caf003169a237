package cn.qifeng.launcher.demo;

import cn.qifeng.trust.json.CanonicalJson;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashSet;
import java.util.Set;

/** A re-review: the procuring entity asks, the supervisor approves, the panel scores the named items once more. */
final class Rework {

    private static final int PLACES = 2;
    private static final BigDecimal LESS = new BigDecimal("0.9");

    private final Tour tour;

    Rework(Tour tour) {
        this.tour = tour;
    }

    /** Asks for the first item of the first two bids, and has it approved. */
    void ask() {
        var tenderer = tour.actor("tenderer");
        var view = tenderer.api().get(tour.inLot("/reworks"));
        var doc = Tour.doc(tenderer.api().get(tour.inLot("/reworks/to-sign")));
        doc.put("ground", "EXTREME_POINTS")
                .put("reason", "公示期间收到异议，经核对，施工方案分项评分明显偏高")
                .put("evidence", "异议函第2页；技术文件第12至15页");
        var places = doc.putArray("places");
        for (int i = 0; i < PLACES; i++) {
            places.addObject()
                    .put("bidId", view.path("bids").path(i).path("bidId").asText())
                    .putArray("items")
                    .add(view.path("items").path(0).path("item").asText());
        }
        tenderer.api().post(tour.inLot("/reworks"), tenderer.signInTender(tour.tender, doc));
        var supervisor = tour.actor("supervisor");
        var decision = Tour.doc(supervisor.api().get(tour.inLot("/reworks/decision/to-sign")));
        decision.put("approved", true).put("reason", "情形属实，同意由原评标委员会复评");
        supervisor.api().post(tour.inLot("/reworks/decision"), supervisor.signInTender(tour.tender, decision));
    }

    /** What a member gives now: a tenth less where the approval opens an item, and everything else as it was. */
    static ObjectNode sheet(JsonNode view) {
        var rework = view.path("rework");
        var open = new HashSet<String>();
        for (JsonNode place : rework.path("places")) {
            place.path("items").forEach(item -> open.add(place.path("label").asText() + "/" + item.asText()));
        }
        var sheet = CanonicalJson.object().put("reason", "按批准的范围复评");
        var bids = sheet.putArray("bids");
        for (JsonNode bid : rework.path("former")) {
            var line = bids.addObject().put("label", bid.path("label").asText());
            line.set("items", items(bid, open, passing(view)));
        }
        return sheet;
    }

    private static JsonNode items(JsonNode bid, Set<String> open, boolean passing) {
        var items = CanonicalJson.object().putArray("items");
        for (JsonNode item : bid.path("items")) {
            var copy = items.addObject();
            copy.setAll((ObjectNode) item);
            if (!passing
                    && open.contains(
                            bid.path("label").asText() + "/" + item.path("item").asText())) {
                var points = new BigDecimal(item.path("score").asText())
                        .multiply(LESS)
                        .setScale(2, RoundingMode.HALF_UP);
                copy.put("score", points.toPlainString()).put("reason", "方案与现场条件不符，原评分偏高");
            }
        }
        return items;
    }

    private static boolean passing(JsonNode view) {
        return view.path("reasons").path("low").asText().equals("0");
    }
}
