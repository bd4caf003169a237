package cn.qifeng.evaluation;

import static cn.qifeng.evaluation.SeatScene.CENTRE;
import static cn.qifeng.evaluation.SeatScene.DAY_BEFORE;
import static cn.qifeng.evaluation.SeatScene.MORNING;
import static cn.qifeng.evaluation.SeatScene.add;
import static cn.qifeng.evaluation.SeatScene.answer;
import static cn.qifeng.evaluation.SeatScene.book;
import static cn.qifeng.evaluation.SeatScene.draw;
import static cn.qifeng.evaluation.SeatScene.get;
import static cn.qifeng.evaluation.SeatScene.legalTime;
import static cn.qifeng.evaluation.SeatScene.machines;
import static cn.qifeng.evaluation.SeatScene.seats;
import static cn.qifeng.evaluation.SeatScene.sit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;

import cn.qifeng.evaluation.site.domain.SampleSites;
import cn.qifeng.kit.access.Role;
import cn.qifeng.testkit.EmbeddedPostgresResource;
import cn.qifeng.testkit.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
@QuarkusTestResource(TradingCoreInMemory.class)
@DisplayName("Wall of remote rooms 远程评标监控墙")
class WallOverHttpTest {

    private static final String SUPERVISOR = TestTokens.of(Role.SUPERVISOR);

    @AfterEach
    void machineTime() {
        TradingCoreInMemory.ahead = Duration.ZERO;
    }

    @Test
    void showsWhoComesAndWhatStopsAtTheNextLook() throws InterruptedException {
        var scene = HallScene.scoring();
        wall().body(of(scene.session()) + ".hall", equalTo("MESH"))
                .body(of(scene.session()) + ".size", equalTo(5))
                .body(of(scene.session()) + ".rooms", hasSize(1))
                .body(of(scene.session()) + ".rooms[0].seats.here", everyItem(equalTo(false)))
                .body(of(scene.session()) + ".rooms[0].seats.findAll { it.leads }", hasSize(1))
                .body(of(scene.session()) + ".frozen", equalTo(false));

        var line = scene.in(scene.member(1).token());
        var label = line.hears("entered").path("label").asText();
        wall().body(of(scene.session()) + ".rooms[0].seats.findAll { it.here }.label", equalTo(List.of(label)));
        scene.post(SUPERVISOR, "/freeze", Map.of("reason", "核查")).statusCode(200);
        wall().body(of(scene.session()) + ".frozen", equalTo(true));
        scene.post(SUPERVISOR, "/unfreeze", Map.of("reason", "核查完毕")).statusCode(200);
        wall().body(of(scene.session()) + ".frozen", equalTo(false));
    }

    @Test
    void showsTheRoomsOfAllSitesOfOneMoment() {
        legalTime(DAY_BEFORE);
        var organisation = UUID.randomUUID();
        TradingCoreInMemory.OPERATORS.put(organisation.toString(), SampleSites.OPERATOR);
        var staff = TestTokens.of(UUID.randomUUID(), organisation, null, Role.SUB_SITE);
        var session = Sessions.open(SessionOrders.exampleA1());
        Eventually.holds(() -> Sessions.stage(session).equals("CONVENING"));
        var machines = new HashMap<String, SeatDevice>();
        for (String prefix : List.of("V", "W")) {
            var site = add(prefix, "SUB", SampleSites.OPERATOR, "o.o.o");
            String booking = book(session, site, 3).statusCode(200).extract().path("id");
            answer(staff, booking, "confirmation", Map.of()).statusCode(200);
            machines.putAll(machines(staff, site, List.of("01", "02", "03")));
        }
        var members = Sessions.invited(session).stream()
                .map(it -> new Member(People.byNumber(it), session))
                .toList();
        members.forEach(Member::accept);
        draw(session).statusCode(200);
        Eventually.holds(() -> seats(session).extract().<Integer>path("placed") == 5);
        legalTime(MORNING.minusSeconds(600));
        members.forEach(it -> sit(it, machines));

        var before = Instant.now();
        var wall = wall().body(of(session) + ".rooms", hasSize(2))
                .body(of(session) + ".rooms.siteName", everyItem(equalTo("某市交易中心")))
                .body(of(session) + ".rooms.seats.flatten()", hasSize(5))
                .body(of(session) + ".rooms.seats.flatten().mark", everyItem(notNullValue()))
                .body(of(session) + ".rooms.seats.flatten().label", everyItem(matchesPattern("M\\d\\d")))
                .body(of(session) + ".rooms.seats.flatten().beatAt", everyItem(notNullValue()));
        assertThat(Instant.parse(wall.extract().path("at"))).isAfterOrEqualTo(before);
    }

    @Test
    void isTheSupervisorsAlone() {
        get(CENTRE, "/wall").statusCode(403);
        get(TestTokens.of(Role.EXPERT), "/wall").statusCode(403);
    }

    private static ValidatableResponse wall() {
        return get(SUPERVISOR, "/wall").statusCode(200);
    }

    private static String of(String session) {
        return "sessions.find { it.id == '" + session + "' }";
    }
}
