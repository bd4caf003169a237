package cn.qifeng.evaluation;

import static cn.qifeng.evaluation.SeatScene.DAY_BEFORE;
import static cn.qifeng.evaluation.SeatScene.EVENING;
import static cn.qifeng.evaluation.SeatScene.MORNING;
import static cn.qifeng.evaluation.SeatScene.add;
import static cn.qifeng.evaluation.SeatScene.answer;
import static cn.qifeng.evaluation.SeatScene.as;
import static cn.qifeng.evaluation.SeatScene.book;
import static cn.qifeng.evaluation.SeatScene.draw;
import static cn.qifeng.evaluation.SeatScene.legalTime;
import static cn.qifeng.evaluation.SeatScene.machines;
import static cn.qifeng.evaluation.SeatScene.seats;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import cn.qifeng.evaluation.site.domain.SampleSites;
import cn.qifeng.kit.access.Role;
import cn.qifeng.testkit.EmbeddedPostgresResource;
import cn.qifeng.testkit.TestTokens;
import cn.qifeng.trust.json.CanonicalJson;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
@QuarkusTestResource(TradingCoreInMemory.class)
@DisplayName("Machine, certificate and time of a member at its seat 限定终端、证书与时段")
class SeatAccessOverHttpTest {

    private static final UUID SOUTH = UUID.randomUUID();
    private final String sub = TestTokens.of(UUID.randomUUID(), SOUTH, null, Role.SUB_SITE);
    private String site;

    @AfterEach
    void machineTime() {
        TradingCoreInMemory.ahead = Duration.ZERO;
    }

    @Test
    void aMemberChecksInWithItsOwnCertificateAndAtABoundMachineAlone() {
        var members = allotted();
        legalTime(MORNING.minusSeconds(600));
        var member = members.get(0);
        var person = People.byNumber(member.number());
        var foreign = members.get(1).certificateId();
        as(TestTokens.of(person.id(), null, foreign, Role.EXPERT))
                .body("{}")
                .post(member.url("/check-in"))
                .then()
                .statusCode(403)
                .body("code", equalTo("panel/wrong-certificate"));
        checkIn(member.at(new SeatDevice())).statusCode(403).body("code", equalTo("terminal/none"));
        sit(member);
    }

    @Test
    void nobodyChecksInBeforeOrBehindTheBookedTime() {
        var members = allotted();
        legalTime(MORNING.minusSeconds(1801));
        checkIn(members.get(0)).statusCode(409).body("code", equalTo("site/outside-time"));
        legalTime(EVENING);
        checkIn(members.get(0)).statusCode(409).body("code", equalTo("site/outside-time"));
    }

    private List<Member> allotted() {
        legalTime(DAY_BEFORE);
        TradingCoreInMemory.OPERATORS.put(SOUTH.toString(), SampleSites.OPERATOR);
        site = add("V", "SUB", SampleSites.OPERATOR, "o.o.o", ".....", "o.o.o");
        String session = Sessions.open(SessionOrders.exampleA1());
        Eventually.holds(() -> Sessions.stage(session).equals("CONVENING"));
        String booking = book(session, site, 6).statusCode(200).extract().path("id");
        answer(sub, booking, "confirmation", Map.of()).statusCode(200);
        var members = Sessions.invited(session).stream()
                .map(it -> new Member(People.byNumber(it), session))
                .toList();
        members.forEach(Member::accept);
        draw(session).statusCode(200);
        Eventually.holds(() -> seats(session).extract().<Integer>path("placed") == 5);
        return members;
    }

    /** At the first machine that is its own. */
    private void sit(Member member) {
        var bound = machines(sub, site, List.of("01", "02", "03", "04", "05", "06"));
        boolean seated = bound.values().stream()
                .anyMatch(it -> checkIn(member.at(it)).extract().statusCode() == 200);
        assertThat(seated).isTrue();
    }

    private static ValidatableResponse checkIn(Member member) {
        return member.post("/check-in", CanonicalJson.object());
    }
}
