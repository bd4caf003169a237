package cn.qifeng.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import cn.qifeng.testkit.EmbeddedPostgresResource;
import cn.qifeng.trust.json.CanonicalJson;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
@QuarkusTestResource(TradingCoreInMemory.class)
@DisplayName("Grounds of rejection found while scoring 评分中发现的否决情形")
class DefectOverHttpTest {

    @Test
    void becomeProposalsWhenEverySheetIsRevealedAndNobodyLearnsOfThemBefore() {
        var members = HallScene.scoring().members();
        members.get(0).commitFinding("A", found("RJ6", "工期超出招标文件要求", "第3页")).statusCode(204);
        members.get(1).commitFinding("A", found("RJ3", "资质等级不足", "第9页")).statusCode(204);
        members.subList(2, 5).forEach(it -> it.commit(label -> "30.00").statusCode(204));
        members.get(2).get("").body("rejections", hasSize(0));
        members.forEach(it -> it.reveal().statusCode(204));

        var proposed = proposals(members.get(2));
        var expected = new HashMap<String, String>();
        expected.merge(bid(members.get(0)), "RJ6：工期超出招标文件要求", (a, b) -> b + "；" + a);
        expected.merge(bid(members.get(1)), "RJ3：资质等级不足", (a, b) -> b + "；" + a);
        // a price above the ceiling is proposed by itself, and a bid has one open proposal
        expected.forEach((bidId, reason) -> assertThat(
                        proposed.get(bidId).path("reason").asText())
                .satisfiesAnyOf(
                        it -> assertThat(it).isEqualTo("评分中发现，" + reason),
                        it -> assertThat(it).contains("最高投标限价")));
        assertThat(proposed.values())
                .allSatisfy(it -> assertThat(it.path("decided").asBoolean()).isFalse());
        var conclusion = CanonicalJson.object();
        conclusion.putNull("competition");
        members.get(0)
                .post("/conclusion", conclusion)
                .statusCode(409)
                .body("code", equalTo("scoring/votes-outstanding"));
    }

    @Test
    void areRefusedWithoutPageOrAsAPriceThatNobodySees() {
        var members = HallScene.scoring().members();
        members.get(0).commitFinding("A", found("RJ6", "不响应", " "));
        members.get(1).commitFinding("A", found("RJ5", "低于成本", "第1页"));
        members.get(2).commitFinding("A", found("RJ6", "不响应", "第2页").put("more", "x"));
        members.subList(3, 5).forEach(it -> it.commit(label -> "30.00").statusCode(204));
        for (int i : List.of(0, 1)) {
            members.get(i).reveal().statusCode(422).body("code", equalTo("scoring/rejection-incomplete"));
        }
        members.get(2).reveal().statusCode(422);
        members.get(3).reveal().statusCode(204);
    }

    private static ObjectNode found(String code, String reason, String page) {
        return CanonicalJson.object().put("code", code).put("reason", reason).put("page", page);
    }

    private static Map<String, JsonNode> proposals(Member member) {
        var byBid = new HashMap<String, JsonNode>();
        member.read("")
                .path("rejections")
                .forEach(it -> byBid.put(it.path("bidId").asText(), it));
        return byBid;
    }

    /** The bid that a member saw under A. */
    private static String bid(Member member) {
        member.read("");
        return member.labels().entrySet().stream()
                .filter(it -> it.getValue().equals("A"))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }
}
