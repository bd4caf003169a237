package cn.qifeng.evaluation;

import static cn.qifeng.evaluation.SeatScene.CENTRE;
import static cn.qifeng.evaluation.SeatScene.DAY_BEFORE;
import static cn.qifeng.evaluation.SeatScene.EVENING;
import static cn.qifeng.evaluation.SeatScene.MORNING;
import static cn.qifeng.evaluation.SeatScene.add;
import static cn.qifeng.evaluation.SeatScene.answer;
import static cn.qifeng.evaluation.SeatScene.body;
import static cn.qifeng.evaluation.SeatScene.book;
import static cn.qifeng.evaluation.SeatScene.bookings;
import static cn.qifeng.evaluation.SeatScene.day;
import static cn.qifeng.evaluation.SeatScene.draw;
import static cn.qifeng.evaluation.SeatScene.get;
import static cn.qifeng.evaluation.SeatScene.legalTime;
import static cn.qifeng.evaluation.SeatScene.machines;
import static cn.qifeng.evaluation.SeatScene.post;
import static cn.qifeng.evaluation.SeatScene.put;
import static cn.qifeng.evaluation.SeatScene.seats;
import static cn.qifeng.evaluation.SeatScene.seatsOf;
import static cn.qifeng.evaluation.SeatScene.session;
import static cn.qifeng.evaluation.SeatScene.sit;
import static cn.qifeng.evaluation.SeatScene.wanted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.oneOf;

import cn.qifeng.evaluation.site.domain.SampleSites;
import cn.qifeng.kit.access.Role;
import cn.qifeng.testkit.EmbeddedPostgresResource;
import cn.qifeng.testkit.TestTokens;
import cn.qifeng.trust.json.CanonicalJson;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
@QuarkusTestResource(TradingCoreInMemory.class)
@DisplayName("Sites and seats over HTTP 席位制")
class SeatsOverHttpTest {

    private static final UUID EAST = UUID.randomUUID();

    private final String sub = TestTokens.of(UUID.randomUUID(), EAST, null, Role.SUB_SITE);
    private String site;
    private String other;

    @BeforeEach
    void twoSites() {
        legalTime(DAY_BEFORE);
        TradingCoreInMemory.OPERATORS.put(EAST.toString(), SampleSites.OPERATOR);
        site = add("S", "SUB", SampleSites.OPERATOR, "o.o.o", ".....", "o.o.o");
        other = add("T", "SUB", "11330703XX000022X8", "o.o.o");
    }

    @Test
    void aSubSiteConfirmsAndNeverLearnsTheProject() {
        String session = session();
        String id = book(session, site, 5)
                .statusCode(200)
                .body("state", equalTo("REQUESTED"))
                .extract()
                .path("id");
        bookings(sub)
                .body("find { it.id == '" + id + "' }.seats", hasSize(5))
                .body("find { it.id == '" + id + "' }.session", equalTo(""))
                .body("find { it.id == '" + id + "' }.name", equalTo(""));
        assertThat(bookings(sub).extract().asString()).doesNotContain(session, "示例大道", "示例投标企业", "\"E00");
        day(sub, site).body("occupied[0].state", equalTo("HELD")).body("occupied.what", not(containsString("示例")));
        answer(sub, id, "confirmation", Map.of()).statusCode(200).body("state", equalTo("CONFIRMED"));
        day(CENTRE, site)
                .body("occupied[0].state", equalTo("ASSIGNED"))
                .body("occupied[0].what", equalTo("示例大道改造工程施工标段"))
                .body("occupied[1].state", equalTo("CLEANING"));
    }

    @Test
    void aSubSiteAnswersForItselfAlone() {
        String id = book(session(), other, 2).statusCode(200).extract().path("id");
        answer(sub, id, "confirmation", Map.of()).statusCode(403).body("code", equalTo("site/not-yours"));
        get(sub, "/sites/" + other + "/days/2026-12-02").statusCode(403).body("code", equalTo("site/not-yours"));
        get(sub, "/sites").statusCode(200).body("code", not(hasItem(other)));
        answer(CENTRE, id, "confirmation", Map.of()).statusCode(403);
        get(TestTokens.of(Role.SUB_SITE), "/seat-bookings?from=" + DAY_BEFORE + "&to=" + EVENING)
                .statusCode(200)
                .body("$", empty());
    }

    @Test
    void aRefusalGivesTheSeatsBackAndSoDoesSilence() {
        String session = session();
        String id = book(session, site, 6).statusCode(200).extract().path("id");
        book(session(), site, 1).statusCode(409).body("code", equalTo("site/too-few-seats"));
        answer(sub, id, "refusal", Map.of("reason", " ")).statusCode(422).body("code", equalTo("site/reason-needed"));
        answer(sub, id, "refusal", Map.of("reason", "供电检修")).statusCode(200).body("steps[1].reason", equalTo("供电检修"));
        String next = book(session, site, 6).statusCode(200).extract().path("id");
        legalTime(DAY_BEFORE.plusSeconds(3700));
        answer(sub, next, "confirmation", Map.of())
                .statusCode(409)
                .body("code", oneOf("site/answer-over", "site/booking-state"));
        Eventually.holds(
                () -> "EXPIRED".equals(bookings(CENTRE).extract().path("find { it.id == '" + next + "' }.state")));
        day(CENTRE, site).body("occupied", empty());
    }

    @Test
    void isBookedWithinTheOpeningHoursAndForOneTime() {
        String session = session();
        book(session, site, 1).statusCode(200);
        var later = wanted(session, other, 1);
        later.put("from", MORNING.plusSeconds(1800).toString());
        post(CENTRE, "/seat-bookings", later).statusCode(422).body("code", equalTo("site/span"));
        var past = wanted(session(), other, 1);
        past.put("from", DAY_BEFORE.minusSeconds(7200).toString());
        past.put("to", DAY_BEFORE.minusSeconds(3600).toString());
        post(CENTRE, "/seat-bookings", past).statusCode(422).body("code", equalTo("site/closed"));
    }

    @Test
    void theSeatIsDrawnAndRevealedAtCheckIn() {
        var order = SessionOrders.exampleA1();
        String session = Sessions.open(order);
        Eventually.holds(() -> Sessions.stage(session).equals("CONVENING"));
        var machines = confirmAtBoth(session);
        var members = Sessions.invited(session).stream()
                .map(it -> new Member(People.byNumber(it), session))
                .toList();
        members.forEach(Member::accept);
        refusesCheckIn(members.get(0), "site/not-allotted");

        draw(session).statusCode(200);
        Eventually.holds(() -> seats(session).extract().<Integer>path("placed") == 5);
        seats(session).body("here", empty()).body("pool", empty()).body("drawn", equalTo(true));
        members.get(0)
                .get("/seat")
                .statusCode(200)
                .body("atSeats", equalTo(true))
                .body("place", nullValue());
        refusesCheckIn(members.get(0), "site/outside-time");
        legalTime(MORNING.minusSeconds(600));
        sit(members.get(0), machines);
        members.get(0).get("/seat").statusCode(200).body("place.seat", not(nullValue()));
        seats(session).body("here", hasSize(1)).body("pool", empty());
        members.subList(1, 5).forEach(it -> sit(it, machines));

        seats(session).body("here", hasSize(5)).body("pool", hasSize(6)).body("picked", hasSize(6));
        assertThat(day(CENTRE, site).extract().<List<String>>path("occupied.state"))
                .contains("IN_USE");
        assertTold(order.path("tender"));
    }

    /** Four seats of one sub-site and two of another; no draw before both have answered. */
    private Map<String, SeatDevice> confirmAtBoth(String session) {
        String first = book(session, site, 4).statusCode(200).extract().path("id");
        String second = book(session, other, 2).statusCode(200).extract().path("id");
        answer(sub, first, "confirmation", Map.of()).statusCode(200);
        draw(session).statusCode(409).body("code", equalTo("site/waiting"));
        var north = UUID.randomUUID();
        TradingCoreInMemory.OPERATORS.put(north.toString(), "11330703XX000022X8");
        var there = TestTokens.of(UUID.randomUUID(), north, null, Role.SUB_SITE);
        answer(there, second, "confirmation", Map.of()).statusCode(200);
        var machines = machines(sub, site, seatsOf(sub, first));
        machines.putAll(machines(there, other, seatsOf(there, second)));
        return machines;
    }

    private static void refusesCheckIn(Member member, String code) {
        member.post("/check-in", CanonicalJson.object()).statusCode(409).body("code", equalTo(code));
    }

    private static void assertTold(JsonNode tender) {
        Eventually.holds(() -> bodies(tender, "site/allotted").size() == 1);
        var booked = bodies(tender, "site/booked").get(0);
        assertThat(booked.path("seats")).hasSize(6);
        assertThat(booked.path("bookings")).hasSize(2);
        var allotted = bodies(tender, "site/allotted").get(0);
        assertThat(allotted.path("draw")).isEqualTo(booked.path("draw"));
        assertThat(allotted.path("members"))
                .hasSize(5)
                .allSatisfy(it -> assertThat(it.size()).isEqualTo(3));
        var certificates =
                People.ALL_EXPERTS.stream().map(People.Person::certificateId).toList();
        assertThat(allotted.path("members"))
                .extracting(it -> it.path("code").asText())
                .doesNotContainAnyElementsOf(certificates);
    }

    @Test
    void aSuccessorGetsASeatAndWhoSitsStays() {
        var order = SessionOrders.exampleA1();
        String session = Sessions.open(order);
        Eventually.holds(() -> Sessions.stage(session).equals("CONVENING"));
        String id = book(session, site, 6).statusCode(200).extract().path("id");
        answer(sub, id, "confirmation", Map.of()).statusCode(200);
        draw(session).statusCode(200);
        Eventually.holds(() -> seats(session).extract().<Integer>path("placed") == 5);
        new Member(People.byNumber(Sessions.invited(session).get(0)), session)
                .post("/invitation", CanonicalJson.object().put("accept", false).put("reason", "出差"))
                .statusCode(200);

        Eventually.holds(() -> bodies(order.path("tender"), "site/allotted").size() == 2);
        var entries = bodies(order.path("tender"), "site/allotted");
        var before = seatOf(entries.get(0));
        var after = seatOf(entries.get(1));
        assertThat(after)
                .hasSize(5)
                .doesNotContainKey(
                        entries.get(0).path("members").get(0).path("code").asText());
        before.keySet().retainAll(after.keySet());
        assertThat(before).hasSize(4);
        assertThat(after).containsAllEntriesOf(before);
    }

    @Test
    void aSeatInUseKeepsItsPlaceInThePlan() {
        book(session(), site, 6).statusCode(200);
        var smaller = body(site, "SUB", SampleSites.OPERATOR, "o.o.o");
        put(sub, "/sites/" + site, smaller).statusCode(409).body("code", equalTo("site/seat-booked"));
        post(sub, "/sites/" + site + "/rooms/1/seats/01/fault", Map.of("fault", "摄像头黑屏"))
                .statusCode(200)
                .body("rooms[0].seats[0].fault", equalTo("摄像头黑屏"));
        put(sub, "/sites/" + site, body(site, "MAIN", SampleSites.OPERATOR, "o.o.o", ".....", "o.o.o"))
                .statusCode(403);
    }

    @AfterEach
    void machineTime() {
        TradingCoreInMemory.ahead = Duration.ZERO;
    }

    private static Map<String, Integer> seatOf(JsonNode allotted) {
        var seats = new HashMap<String, Integer>();
        allotted.path("members")
                .forEach(it ->
                        seats.put(it.path("code").asText(), it.path("seat").asInt()));
        return seats;
    }

    private static List<JsonNode> bodies(JsonNode tender, String type) {
        return TradingCoreInMemory.entries(type).stream()
                .filter(it -> it.path("tender").equals(tender))
                .map(it -> it.path("body"))
                .toList();
    }
}
