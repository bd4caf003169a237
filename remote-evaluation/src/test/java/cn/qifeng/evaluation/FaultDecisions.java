package cn.qifeng.evaluation;

import cn.qifeng.kit.access.Role;
import cn.qifeng.testkit.TestTokens;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.sign.Statement;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.ValidatableResponse;

/** The tenderer's side signs what becomes of a fault. */
final class FaultDecisions {

    static final String HOST =
            TestTokens.of(People.HOST.id(), null, People.HOST.certificateId(), Role.PROCURING_ENTITY);

    private FaultDecisions() {}

    /** Signs this outcome; gives the refusal where there is nothing to sign. */
    static ValidatableResponse decide(String session, int number, String outcome) {
        var at = "/api/evaluation/sessions/" + session + "/faults/" + number + "/decision";
        var asked = SeatScene.as(HOST).get(at + "/to-sign").then();
        if (asked.extract().statusCode() != 200) {
            return asked;
        }
        var doc = (ObjectNode) CanonicalJson.read(asked.extract().asByteArray());
        doc.put("outcome", outcome).put("reason", "依规处置");
        doc.putObject("seen").put("n", 7).put("hash", "0".repeat(64));
        return SeatScene.as(HOST)
                .body(CanonicalJson.encode(Statement.of(doc, People.HOST.key()).toJson()))
                .post(at)
                .then();
    }
}
