package cn.qifeng.evaluation;

import cn.qifeng.trust.json.CanonicalJson;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.UUID;

/** Orders of an evaluation as trading-core posts them. */
final class SessionOrders {

    static final long CEILING_FEN = 1_050_000_000L;

    /** Credit code of the procuring entity. */
    static final String HOST = "123307030000000001";

    private SessionOrders() {}

    /** Four bids of example A1 and one above the ceiling; panel of five, separated award. */
    static ObjectNode exampleA1() {
        var order = CanonicalJson.object()
                .put("tender", UUID.randomUUID().toString())
                .put("lot", UUID.randomUUID().toString())
                .put("name", "示例大道改造工程施工标段")
                .put("lotCode", "SG3307032026110012001")
                .put("project", "示例大道改造工程")
                .put("region", "330703")
                .put("k", "0.97")
                .put("ceilingFen", CEILING_FEN);
        order.putObject("procuringEntity").put("name", "示例市政建设中心").put("uscc", HOST);
        order.putObject("agency").put("name", "示例招标代理有限公司").put("uscc", "913307030000000002");
        order.putObject("panel").put("size", 5).put("tendererSeats", 0);
        order.putObject("award").put("mode", "SEPARATED").put("finalistsMax", 3);
        order.set("method", method());
        var criteria = order.putArray("criteria");
        criteria.addObject()
                .put("item", "T1")
                .put("name", "施工组织设计")
                .put("max", "35")
                .put("kind", "SUBJECTIVE");
        criteria.addObject()
                .put("item", "T2")
                .put("name", "企业业绩")
                .put("max", "5")
                .put("kind", "OBJECTIVE");
        bids(order, "9800000", "10000000", "10200000", "10400000", "10500001");
        var trustees = order.putArray("trustees");
        People.TRUSTEES.forEach(it -> trustees.addObject()
                .put("personId", it.id().toString())
                .put("certificateId", it.certificateId())
                .put("name", it.name())
                .put("side", it.number()));
        return order;
    }

    /** Three bids of example E1 and one above the ceiling; method M-E with an omission, a duration and a deviation. */
    static ObjectNode exampleE1() {
        var order = exampleA1().put("k", "1").put("drawSeed", "5e".repeat(32));
        var method = order.putObject("method")
                .put("code", "M-E")
                .put("fullScore", "0")
                .put("e1", "0")
                .put("e2", "0")
                .put("technicalFull", "1");
        method.putArray("k").add("1");
        method.putArray("trim");
        var adjustments = method.putArray("adjustments");
        adjustment(adjustments, "L1", "OMISSION");
        adjustment(adjustments, "L2", "DURATION")
                .put("baseDays", 360)
                .put("laterFen", 100_000)
                .put("earlierFen", 0);
        adjustment(adjustments, "L3", "DEVIATION").put("amountFen", 2_000_000);
        order.putArray("criteria")
                .addObject()
                .put("item", "T1")
                .put("name", "施工组织设计")
                .put("max", "1")
                .put("kind", "SUBJECTIVE");
        bids(order, "7850000", "7920000", "8010000", "10500001");
        return order;
    }

    /** This order with an item for each part of the preliminary review. */
    static ObjectNode reviewed(ObjectNode order) {
        var review = order.putArray("review");
        review(review, "F1", "FORM", "RJ1");
        review(review, "Q1", "QUALIFICATION", "RJ3");
        review(review, "R1", "RESPONSIVENESS", "RJ6");
        return order;
    }

    private static void review(ArrayNode list, String item, String part, String ground) {
        list.addObject()
                .put("item", item)
                .put("part", part)
                .put("name", "示例评审项" + item)
                .put("ground", ground)
                .put("page", true);
    }

    private static ObjectNode adjustment(ArrayNode list, String code, String kind) {
        return list.addObject()
                .put("code", code)
                .put("name", "示例因素" + code)
                .put("basis", "以投标文件为准")
                .put("kind", kind);
    }

    /** The same with blind technical files, a breach of which takes the technical points. */
    static ObjectNode blind() {
        var order = exampleA1();
        var blind = ((ObjectNode) order.get("method"))
                .putObject("blind")
                .put("pagesMax", 3)
                .put("marginMm", 10)
                .put("breach", "ZERO");
        blind.putArray("fonts");
        blind.putArray("sizesPt");
        return order;
    }

    /** Credit code of the bidder of the n-th bid. */
    static String uscc(int bid) {
        return "9133070300000001" + (10 + bid);
    }

    /** Party of the bidder of the n-th bid. */
    static UUID party(int bid) {
        return new UUID(7, bid);
    }

    private static void bids(ObjectNode order, String... yuan) {
        var bids = order.putArray("bids");
        for (String price : List.of(yuan)) {
            int i = bids.size() + 1;
            bids.addObject()
                    .put("bidId", String.format("%032x", i))
                    .put("name", "示例投标企业" + i)
                    .put("uscc", uscc(i))
                    .put("party", party(i).toString())
                    .put("priceFen", Long.parseLong(price) * 100)
                    .put("durationDays", 360)
                    .put("status", "OPENED");
        }
    }

    private static ObjectNode method() {
        var method = CanonicalJson.object()
                .put("code", "M-A")
                .put("fullScore", "60")
                .put("e1", "1.0")
                .put("e2", "0.5")
                .put("technicalFull", "40");
        method.putArray("k").add("0.96").add("0.97");
        method.putArray("trim").addObject().put("bidsMin", 6).put("dropHigh", 1).put("dropLow", 1);
        return method;
    }
}
