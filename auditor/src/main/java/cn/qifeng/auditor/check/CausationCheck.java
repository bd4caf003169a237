package cn.qifeng.auditor.check;

import cn.qifeng.auditor.Broken;
import cn.qifeng.auditor.Dossier;
import cn.qifeng.auditor.Shape;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Why a bid was not released: the cause and its effect follow from the facts that the platform signed. */
final class CausationCheck {

    private static final String ERROR = "platform-error";
    private static final String[] MEMBERS = {
        "type",
        "v",
        "tender",
        "lot",
        "bidId",
        "headerHash",
        "opensAt",
        "closesAt",
        "cause",
        "code",
        "outcome",
        "claim",
        "outages",
        "attempts"
    };

    private CausationCheck() {}

    static void run(Dossier dossier, JsonNode doc, JsonNode line, JsonNode live, Dossier.Entry list, String at) {
        Shape.exactly(doc, at + "#causation", MEMBERS);
        Shape.equal(doc, "type", "release-causation", at, "not a report of a cause");
        Shape.equal(doc, "v", 1, at, "another version");
        Shape.equal(doc, "tender", dossier.tender(), at, "a cause of something else");
        Shape.equal(doc, "lot", dossier.lot(), at, "a cause of something else");
        for (String id : List.of("bidId", "headerHash")) {
            Shape.equal(doc, id, live.path(id), at, "a cause of something else");
        }
        for (String id : List.of("opensAt", "closesAt")) {
            Shape.equal(doc, id, list.body().path(id), at, "a cause of something else");
        }
        boolean platform = platform(doc, at);
        Shape.equal(doc, "cause", platform ? "PLATFORM" : "BIDDER", at, "not the cause that the facts give");
        Shape.equal(doc, "code", code(doc, platform), at, "not the cause that the facts give");
        var outcome = platform ? "DEEMED_WITHDRAWN" : "REVOKED";
        Shape.equal(doc, "outcome", outcome, at, "not the effect of the cause");
        Shape.equal(line, "outcome", outcome, at, "not the effect of the cause");
        Broken.unless(
                doc.path("claim").isBoolean() && doc.path("claim").asBoolean() == platform,
                at,
                "not the effect of the cause");
        dossier.attested()
                .add("what kept bid " + live.path("bidId").asText() + " from being released: " + code(doc, platform));
    }

    private static boolean platform(JsonNode doc, String at) {
        Broken.unless(doc.path("outages").isArray() && doc.path("attempts").isArray(), at, "not a list");
        for (JsonNode outage : doc.path("outages")) {
            Broken.unless(
                    Shape.moment(outage, "from", at).isBefore(Shape.moment(outage, "until", at)),
                    at,
                    "an outage that ends before it begins");
        }
        boolean error = false;
        for (JsonNode attempt : doc.path("attempts")) {
            Shape.moment(attempt, "at", at);
            error |= Shape.text(attempt, "code", at).equals(ERROR);
        }
        return error || !doc.path("outages").isEmpty();
    }

    private static String code(JsonNode doc, boolean platform) {
        if (!doc.path("outages").isEmpty()) {
            return "service-outage";
        }
        if (platform) {
            return ERROR;
        }
        var attempts = doc.path("attempts");
        return attempts.isEmpty()
                ? "bidder-absent"
                : attempts.get(attempts.size() - 1).path("code").asText();
    }
}
