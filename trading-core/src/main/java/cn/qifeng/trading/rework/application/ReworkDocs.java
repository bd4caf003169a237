package cn.qifeng.trading.rework.application;

import cn.qifeng.kernel.Facts;
import cn.qifeng.kernel.Refused;
import cn.qifeng.trading.rework.domain.Rework;
import cn.qifeng.trading.rework.domain.ReworkPlace;
import cn.qifeng.trading.rework.domain.ReworkRefusal;
import cn.qifeng.trading.tender.domain.Criterion;
import cn.qifeng.trading.tender.domain.PublishedLot;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.json.Fields;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** Places of a re-review as signed documents carry them (复评范围). */
final class ReworkDocs {

    private static final int BIDS_MAX = 500;
    private static final int ITEMS_MAX = 200;

    private ReworkDocs() {}

    /** Reads places; refuses other bids than the scored ones, other items, and another order than theirs. */
    static List<ReworkPlace> places(Fields doc, PublishedLot lot, List<String> scored) {
        var known = lot.criteria().stream().map(Criterion::item).toList();
        var places = new ArrayList<ReworkPlace>();
        for (JsonNode line : doc.array("places", BIDS_MAX)) {
            var fields = Fields.of(line).exactly("bidId", "items");
            var items = fields.array("items", ITEMS_MAX).stream()
                    .map(JsonNode::asText)
                    .toList();
            ordered("places." + fields.text("bidId"), items, known);
            places.add(new ReworkPlace(fields.text("bidId"), items));
        }
        ordered("places", places.stream().map(ReworkPlace::bidId).toList(), scored);
        return places;
    }

    /** Places as a document carries them. */
    static ArrayNode json(List<ReworkPlace> places) {
        var list = CanonicalJson.object().putArray("places");
        for (var place : places) {
            var items = list.addObject().put("bidId", place.bidId()).putArray("items");
            place.items().forEach(items::add);
        }
        return list;
    }

    /** What the supervisor decides on, put into a frame: the request word for word. */
    static ObjectNode decision(ObjectNode frame, Rework rework) {
        frame.put("number", rework.number())
                .put("request", rework.request())
                .put("report", rework.report())
                .put("ground", rework.ground().name());
        frame.set("places", json(rework.places()));
        return frame;
    }

    private static void ordered(String field, List<String> seen, List<String> known) {
        var expected = known.stream().filter(seen::contains).toList();
        if (!expected.equals(seen)) {
            throw new Refused(ReworkRefusal.UNKNOWN_PLACE, Facts.field(field, seen, known));
        }
    }
}
