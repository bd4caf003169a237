package cn.qifeng.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import cn.qifeng.testkit.EmbeddedPostgresResource;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A member leaves behind blind sheets, when the others know whose bids they scored. */
@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
@QuarkusTestResource(TradingCoreInMemory.class)
@DisplayName("Blind sheets of members who know the names, over HTTP 暗标揭名后的评分")
class NamesKnownOverHttpTest {

    private String session;
    private List<Member> members;

    @BeforeEach
    void theNamesAreKnown() {
        session = Sessions.open(SessionOrders.reviewed(SessionOrders.blind()));
        Eventually.holds(() -> Sessions.stage(session).equals("CONVENING"));
        members = Sessions.invited(session).stream()
                .map(number -> new Member(People.byNumber(number), session))
                .toList();
        members.forEach(Member::takeSeat);
        members.forEach(it -> it.voteFor(members.get(1)));
        Eventually.holds(
                () -> members.get(0).read("/blind").path("state").asText().equals("DONE"));
        members.forEach(it -> it.commit(label -> "30.00").statusCode(204));
        members.forEach(it -> it.reveal().statusCode(204));
        members.get(0).get("").body("sheets", equalTo("SCREENING")).body("round", equalTo(2));
    }

    @Test
    void standWhileWhoComesScoresOnceMore() {
        members.subList(0, 3).forEach(it -> it.judge((bid, item) -> null).statusCode(204));
        Sessions.replace(members.get(4));
        var successor = Sessions.successor(session, members);
        successor.takeSeat();
        successor.get("").body("sheets", equalTo("TECHNICAL")).body("round", equalTo(1));
        refusedToScore(members.get(3));
        successor.commit(label -> "18.00").statusCode(204);
        successor.reveal().statusCode(204);

        successor
                .get("")
                .body("stage", equalTo("SCORING"))
                .body("sheets", equalTo("TECHNICAL"))
                .body("round", equalTo(3))
                .body("repair.outliers", hasSize(5));
        refusedToScore(members.get(3));
        successor.commit(label -> "28.00", "复核").statusCode(204);
        successor.reveal().statusCode(204);
        members.get(0).get("").body("sheets", equalTo("SCREENING")).body("round", equalTo(2));
        var others = Stream.of(members.get(3), successor).toList();
        others.forEach(it -> it.judge((bid, item) -> null).statusCode(204));
        Stream.concat(members.subList(0, 4).stream(), Stream.of(successor))
                .forEach(it -> it.reveal().statusCode(204));
        concluded(successor);
    }

    private static void refusedToScore(Member member) {
        member.commit(label -> "35.00", "改判").statusCode(409).body("code", equalTo("scoring/committed-already"));
    }

    /** Scores rest on the sheets that were written blind. */
    private void concluded(Member successor) {
        members.get(0).get("").body("stage", equalTo("REVIEWING"));
        Stream.concat(members.subList(0, 4).stream(), Stream.of(successor)).forEach(it -> it.vote(1, true));
        members.get(1).post("/conclusion", Sessions.noCompetition()).statusCode(200);
        Eventually.holds(() -> bodies("evaluation/scored").size() == 1);
        assertThat(bodies("evaluation/scored").get(0).at("/technical/0/score").asText())
                .isEqualTo("34.60");
        assertThat(bodies("evaluation/names-open"))
                .extracting(it -> it.path("version").asInt())
                .containsExactly(1, 3);
    }

    private List<JsonNode> bodies(String type) {
        return TradingCoreInMemory.entries(type).stream()
                .map(it -> it.path("body"))
                .filter(it -> it.path("session").asText().equals(session))
                .toList();
    }
}
