package cn.qifeng.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import cn.qifeng.testkit.EmbeddedPostgresResource;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A panel of five, of whom one is the procuring entity's. */
@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
@QuarkusTestResource(TradingCoreInMemory.class)
@DisplayName("A delegate of the procuring entity on the panel 招标人代表")
class TendererSeatOverHttpTest {

    private static final People.Person DELEGATE =
            new People.Person(People.HOST.id(), "T1", People.HOST.name(), People.HOST.key());

    @Test
    @DisplayName("four experts are drawn beside a delegate, who sits and scores as they do")
    void seatsADelegateBesideFourDrawnExperts() {
        var order = withDelegate();
        var session = Sessions.open(order);
        Eventually.holds(() -> Sessions.stage(session).equals("CONVENING"));
        var experts = Sessions.invited(session);
        assertThat(experts).hasSize(4);
        var members = new ArrayList<Member>();
        members.add(new Member(DELEGATE, session));
        experts.forEach(it -> members.add(new Member(People.byNumber(it), session)));
        members.forEach(Member::takeSeat);
        members.forEach(it -> it.voteFor(members.get(1)));
        members.forEach(it -> it.commit(label -> "30.00").statusCode(204));
        members.forEach(it -> it.reveal().statusCode(204));

        members.get(0).get("").body("stage", equalTo("REVIEWING")).body("me.number", equalTo("T1"));
        Eventually.holds(() -> !kinds(order).isEmpty());
        assertThat(kinds(order)).containsExactly("TENDERER", "EXPERT", "EXPERT", "EXPERT", "EXPERT");
    }

    private static ObjectNode withDelegate() {
        var order = SessionOrders.exampleA1();
        ((ObjectNode) order.get("panel")).put("tendererSeats", 1);
        order.putArray("tendererMembers")
                .addObject()
                .put("personId", DELEGATE.id().toString())
                .put("certificateId", DELEGATE.certificateId())
                .put("name", DELEGATE.name());
        return order;
    }

    private static List<String> kinds(ObjectNode order) {
        return TradingCoreInMemory.entries("evaluation/panel").stream()
                .filter(it -> it.path("tender").equals(order.path("tender")))
                .flatMap(it -> it.path("body").findValuesAsText("kind").stream())
                .toList();
    }
}
