package cn.qifeng.evaluation;

import static cn.qifeng.evaluation.Sessions.invited;
import static cn.qifeng.evaluation.Sessions.open;
import static cn.qifeng.evaluation.Sessions.stage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import cn.qifeng.testkit.EmbeddedPostgresResource;
import cn.qifeng.trust.json.CanonicalJson;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
@QuarkusTestResource(TradingCoreInMemory.class)
@DisplayName("Work place of the experts over HTTP 评标工作台")
class WorkPlaceOverHttpTest {

    private static final String SEALED = "QUJD".repeat(20);

    @Test
    void keepsASealedDraftForItsMemberOnlyAndDropsItWithTheCommitment() {
        var members = scoring();
        var author = members.get(0);
        author.get("/sheets/draft").statusCode(200).body("n", equalTo(0)).body("sealed", nullValue());
        author.put("/sheets/draft", draft(1, SEALED)).statusCode(200).body("n", equalTo(1));
        author.put("/sheets/draft", draft(2, SEALED + "QUJE")).statusCode(200);
        author.get("/sheets/draft").statusCode(200).body("n", equalTo(2)).body("sealed", equalTo(SEALED + "QUJE"));
        members.get(1).get("/sheets/draft").statusCode(200).body("n", equalTo(0));

        author.commit(label -> "30.00").statusCode(204);
        author.get("/sheets/draft").statusCode(200).body("n", equalTo(0));
    }

    @Test
    void refusesADraftThatIsNotSealedOrIsOlderThanTheKeptOne() {
        var author = scoring().get(0);
        author.put("/sheets/draft", draft(1, "{\"reason\":\"\",\"bids\":[]}"))
                .statusCode(422)
                .body("code", equalTo("scoring/draft-not-sealed"));
        author.put("/sheets/draft", draft(5, SEALED)).statusCode(200);
        author.put("/sheets/draft", draft(5, SEALED + "QUJE"))
                .statusCode(409)
                .body("code", equalTo("scoring/draft-overtaken"))
                .body("seen", equalTo("5"));
        author.get("/sheets/draft").body("sealed", equalTo(SEALED));
    }

    @Test
    void asksForOneMoreRoundWhereATotalLiesFarFromTheMeanWithoutAReason() {
        var members = scoring();
        var outlier = members.get(4);
        members.get(0).get("").body("repair", nullValue());
        members.subList(0, 4).forEach(it -> it.commit(label -> "30.00").statusCode(204));
        outlier.commit(label -> label.equals("B") ? "15.00" : "30.00").statusCode(204);
        members.forEach(it -> it.reveal().statusCode(204));

        var session = outlier.session();
        assertThat(stage(session)).isEqualTo("SCORING");
        outlier.get("").body("round", equalTo(2)).body("repair.outliers", contains("B"));
        members.get(0).get("").body("repair.outliers", hasSize(0)).body("repair.differing", hasSize(0));

        members.subList(0, 4).forEach(it -> it.commit(label -> "30.00").statusCode(204));
        outlier.commit(label -> label.equals("B") ? "15.00" : "30.00").statusCode(204);
        members.forEach(it -> it.reveal().statusCode(204));
        assertThat(stage(session)).isEqualTo("REVIEWING");
    }

    @Test
    void refusesToRevealASheetThatOwesAReason() {
        var members = scoring();
        members.get(0).commit(label -> "0.00").statusCode(204);
        members.subList(1, 5).forEach(it -> it.commit(label -> "30.00").statusCode(204));
        members.get(0)
                .reveal()
                .statusCode(422)
                .body("code", equalTo("scoring/reason-owed"))
                .body("field", equalTo("sheet.bids.A.T1.reason"));
    }

    private static ObjectNode draft(int n, String sealed) {
        return CanonicalJson.object().put("n", n).put("sealed", sealed);
    }

    private static List<Member> scoring() {
        var session = open(SessionOrders.exampleA1());
        Eventually.holds(() -> stage(session).equals("CONVENING"));
        var members = invited(session).stream()
                .map(number -> new Member(People.byNumber(number), session))
                .toList();
        members.forEach(Member::takeSeat);
        members.forEach(it -> it.voteFor(members.get(1)));
        return members;
    }
}
