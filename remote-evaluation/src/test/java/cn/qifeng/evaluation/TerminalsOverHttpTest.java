package cn.qifeng.evaluation;

import static cn.qifeng.evaluation.SeatScene.CENTRE;
import static cn.qifeng.evaluation.SeatScene.DAY_BEFORE;
import static cn.qifeng.evaluation.SeatScene.MORNING;
import static cn.qifeng.evaluation.SeatScene.add;
import static cn.qifeng.evaluation.SeatScene.answer;
import static cn.qifeng.evaluation.SeatScene.book;
import static cn.qifeng.evaluation.SeatScene.code;
import static cn.qifeng.evaluation.SeatScene.draw;
import static cn.qifeng.evaluation.SeatScene.get;
import static cn.qifeng.evaluation.SeatScene.legalTime;
import static cn.qifeng.evaluation.SeatScene.machines;
import static cn.qifeng.evaluation.SeatScene.post;
import static cn.qifeng.evaluation.SeatScene.seats;
import static cn.qifeng.evaluation.SeatScene.seatsOf;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import cn.qifeng.evaluation.panel.domain.SessionId;
import cn.qifeng.evaluation.site.domain.SampleSites;
import cn.qifeng.evaluation.site.domain.SeatAllotments;
import cn.qifeng.evaluation.terminal.domain.ClockMark;
import cn.qifeng.evaluation.terminal.domain.Presence;
import cn.qifeng.evaluation.terminal.domain.Presences;
import cn.qifeng.kit.access.Role;
import cn.qifeng.testkit.EmbeddedPostgresResource;
import cn.qifeng.testkit.TestTokens;
import cn.qifeng.trust.json.CanonicalJson;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
@QuarkusTestResource(TradingCoreInMemory.class)
@DisplayName("Terminals of seats over HTTP 席位终端")
class TerminalsOverHttpTest {

    private static final UUID EAST = UUID.randomUUID();

    private final String sub = TestTokens.of(UUID.randomUUID(), EAST, null, Role.SUB_SITE);

    @Inject
    Presences presences;

    @Inject
    SeatAllotments allotments;

    private String site;
    private String foreign;

    @BeforeEach
    void twoSites() {
        legalTime(DAY_BEFORE);
        TradingCoreInMemory.OPERATORS.put(EAST.toString(), SampleSites.OPERATOR);
        site = add("S", "SUB", SampleSites.OPERATOR, "o.o.o", ".....", "o.o.o");
        foreign = add("T", "MAIN", "11330703XX000022X8", "o.o.o");
    }

    @AfterEach
    void machineTime() {
        TradingCoreInMemory.ahead = Duration.ZERO;
    }

    @Test
    void aMachineIsBoundByACodeThatServesOnce() {
        activation(sub, foreign).statusCode(403).body("code", equalTo("site/not-yours"));
        activation(CENTRE, site).statusCode(403);
        var machine = new SeatDevice();
        var code = code(sub, site, "01");
        machine.bring(code, machine.sign("something else")).statusCode(403).body("code", equalTo("terminal/proof"));
        machine.bring(code.toLowerCase(Locale.ROOT).replace("-", " "))
                .statusCode(200)
                .body("room", equalTo("1"))
                .body("seat", equalTo("01"));
        machine.bring(code).statusCode(422).body("code", equalTo("terminal/code"));
        terminals().body("seat", hasItem(site + "/1/01")).body("boundBy[0]", equalTo("经办人"));

        code(sub, site, "01");
        terminals().body("$", empty());
        given().get("/api/evaluation/terminals/" + machine.key().fingerprint())
                .then()
                .statusCode(404)
                .body("code", equalTo("terminal/not-bound"));
        Eventually.holds(() -> told("SEAT_CODE_ISSUED") >= 2 && told("TERMINAL_BOUND") >= 1);
        assertThat(TradingCoreInMemory.HAPPENINGS.toString()).doesNotContain(code, code.replace("-", ""));
    }

    @Test
    void aCodeIsDeadAfterFiveWrongSecrets() {
        var machine = new SeatDevice();
        var code = code(sub, site, "02");
        var wrong = code.substring(0, 15) + (code.endsWith("0000") ? "1111" : "0000");
        for (int i = 0; i < 5; i++) {
            machine.bring(wrong).statusCode(422).body("code", equalTo("terminal/code"));
        }
        machine.bring(code).statusCode(422).body("code", equalTo("terminal/code"));
        machine.bring("ABC").statusCode(422).body("code", equalTo("terminal/code"));
        Eventually.holds(() -> told("SEAT_CODE_REFUSED") == 5);
    }

    @Test
    void aBindingIsEndedForAReason() {
        var path = "/sites/" + site + "/rooms/1/seats/03/terminal-ending";
        post(sub, path, Map.of("reason", " ")).statusCode(422).body("code", equalTo("terminal/reason"));
        post(sub, path, Map.of("reason", "换机")).statusCode(404).body("code", equalTo("terminal/not-bound"));
        machines(sub, site, List.of("03"));
        post(sub, path, Map.of("reason", "换机")).statusCode(200).body("$", empty());
    }

    @Test
    void aMemberActsAtItsOwnSeatAloneAndIsToldOfIntruders() {
        var session = allotted();
        var machines = machines(sub, site, List.of("01", "02", "03", "04", "05", "06"));
        var member = session.get(0);
        var own = refusedElsewhere(member, machines);
        var machine = machines.get(site + " " + own);

        member.at(machine).checkIn();
        member.get("").statusCode(200);
        declare(member).statusCode(409).body("code", equalTo("terminal/silent"));
        clock(member, machine);

        var before = member.challenge();
        member.at(machine)
                .with(member.proof("GET", "/report", before))
                .get(member.url(""))
                .then()
                .statusCode(403)
                .body("code", equalTo("terminal/proof"));
        intrude(member, machines, own);
        var answer = beat(member.at(machine), null).statusCode(200);
        answer.body("intrusions.kind", hasItem("ELSEWHERE"));
        watch(member).body("events.findAll { it.kind == 'ELSEWHERE' }", hasSize(2));
        declare(member).statusCode(200).body("state", equalTo("SEATED"));
        goesOnAtAReplacedMachine(member, machine, own);
        movesFromABrokenSeat(member, machines, own);
        fallsSilent(member);
    }

    /** Five members who accepted, with seats drawn among all six of a site, half an hour before the booked time. */
    private List<Member> allotted() {
        String session = Sessions.open(SessionOrders.exampleA1());
        Eventually.holds(() -> Sessions.stage(session).equals("CONVENING"));
        String booking = book(session, site, 6).statusCode(200).extract().path("id");
        answer(sub, booking, "confirmation", Map.of()).statusCode(200);
        assertThat(seatsOf(sub, booking)).hasSize(6);
        var members = Sessions.invited(session).stream()
                .map(it -> new Member(People.byNumber(it), session))
                .toList();
        members.forEach(Member::accept);
        draw(session).statusCode(200);
        Eventually.holds(() -> seats(session).extract().<Integer>path("placed") == 5);
        legalTime(MORNING.minusSeconds(600));
        return members;
    }

    /** No machine, a machine of no seat, of a site elsewhere, of another's seat, a used challenge. Gives the own seat. */
    private String refusedElsewhere(Member member, Map<String, SeatDevice> machines) {
        checkIn(member.at(null)).statusCode(403).body("code", equalTo("terminal/none"));
        checkIn(member.at(new SeatDevice())).statusCode(403).body("code", equalTo("terminal/none"));
        var abroad = machines(CENTRE, foreign, List.of("01")).get(foreign + " 1-01");
        checkIn(member.at(abroad))
                .statusCode(403)
                .body("code", equalTo("terminal/wrong-seat"))
                .body("expected", equalTo("a seat of a site of this evaluation"));
        var own = placeOf(member);
        checkIn(member.at(another(machines, own)))
                .statusCode(403)
                .body("code", equalTo("terminal/wrong-seat"))
                .body("expected", equalTo(own));
        var machine = machines.get(site + " " + own);
        var challenge = member.challenge();
        var proof = member.at(machine).proof("GET", "/check-in", challenge);
        member.with(proof).body("{}").post(member.url("/check-in")).then().body("code", equalTo("terminal/proof"));
        var right = member.proof("POST", "/check-in", challenge);
        member.with(right)
                .body("{}")
                .post(member.url("/check-in"))
                .then()
                .statusCode(403)
                .body("code", equalTo("terminal/challenge"));
        watch(member).body("seats", empty()).body("events.kind", hasItem("WRONG_SEAT"));
        watch(member).body("events.number", not(hasItem(member.number())));
        return own;
    }

    private String placeOf(Member member) {
        var id = new SessionId(UUID.fromString(member.session()));
        return QuarkusTransaction.requiringNew()
                .call(() -> allotments
                        .of(id)
                        .orElseThrow()
                        .placeOf(member.number())
                        .orElseThrow()
                        .key())
                .substring(site.length() + 1)
                .replace('/', '-');
    }

    private static SeatDevice another(Map<String, SeatDevice> machines, String own) {
        return machines.entrySet().stream()
                .filter(it -> !it.getKey().endsWith(own))
                .findFirst()
                .orElseThrow()
                .getValue();
    }

    private static void clock(Member member, SeatDevice machine) {
        member.at(machine);
        beat(member, null).statusCode(200).body("mark", equalTo("UNKNOWN")).body("offsetMs", nullValue());
        beat(member, stamps(199)).body("mark", equalTo("IN_TIME"));
        beat(member, stamps(-200)).body("mark", equalTo("OFF")).body("offsetMs", equalTo(-200));
        beat(member, stamps(210)).body("mark", equalTo("OFF"));
        beat(member, stamps(2000)).body("mark", equalTo("BLOCKED"));
        declare(member).statusCode(409).body("code", equalTo("terminal/clock")).body("seen", equalTo("2000 ms"));
        member.get("").statusCode(200);
        beat(member, stamps(3)).body("mark", equalTo("IN_TIME"));
        beat(
                        member,
                        CanonicalJson.object()
                                .put("sent", 5)
                                .put("heard", 9)
                                .put("answered", 8)
                                .put("received", 6))
                .statusCode(422)
                .body("code", equalTo("terminal/stamps"));
        var events = watch(member).extract().<List<String>>path("events.kind");
        assertThat(events).containsSubsequence("CLOCK_RIGHT", "CLOCK_BLOCKED", "CLOCK_OFF", "SEATED");
        assertThat(events).containsOnlyOnce("CLOCK_OFF", "CLOCK_BLOCKED");
    }

    /** The same log in without a machine, from another seat, and a second check-in there. */
    private static void intrude(Member member, Map<String, SeatDevice> machines, String own) {
        member.at(null).get("").statusCode(403).body("code", equalTo("terminal/elsewhere"));
        member.get("/declaration/to-sign").statusCode(403);
        member.post("/hall/tickets", CanonicalJson.object()).statusCode(403).body("code", equalTo("terminal/elsewhere"));
        member.get("/seat").statusCode(200);
        for (String written : List.of("/api/evaluation/%73essions/", "/api//evaluation/sessions/")) {
            int status = given().urlEncodingEnabled(false)
                    .auth()
                    .oauth2(member.token())
                    .get(written + member.session())
                    .statusCode();
            assertThat(status).as(written).isIn(403, 404);
        }
        member.at(another(machines, own)).get("").statusCode(403).body("code", equalTo("terminal/elsewhere"));
        checkIn(member).statusCode(403).body("code", equalTo("terminal/elsewhere"));
    }

    private void goesOnAtAReplacedMachine(Member member, SeatDevice former, String own) {
        var next = new SeatDevice();
        next.bring(code(sub, site, own.substring(2))).statusCode(200);
        member.at(former).get("").statusCode(403).body("code", equalTo("terminal/elsewhere"));
        member.at(next).get("").statusCode(200);
        watch(member)
                .body("events.kind[0]", equalTo("TERMINAL_CHANGED"))
                .body("seats[0].number", equalTo(member.number()));
    }

    /** Its site tells the fault, the main site has it count, and the drawn order gives the next seat. */
    private void movesFromABrokenSeat(Member member, Map<String, SeatDevice> machines, String own) {
        replaceBroken(member).statusCode(409).body("code", equalTo("site/none-broken"));
        post(sub, "/sites/" + site + "/rooms/1/seats/" + own.substring(2) + "/fault", Map.of("fault", "主机不启动"))
                .statusCode(200);
        replaceBroken(member).statusCode(200).body("placed", equalTo(5));
        var next = placeOf(member);
        assertThat(next).isNotEqualTo(own);
        watch(member)
                .body("events.kind[0]", equalTo("MOVED"))
                .body("seats[0].seat", equalTo(site + "/" + next.replace('-', '/')));
        member.get("").statusCode(403).body("code", equalTo("terminal/elsewhere"));
        member.get("/seat").body("place.seat", equalTo(next.substring(2)));
        member.at(machines.get(site + " " + next)).get("").statusCode(200);
        var broken = TradingCoreInMemory.entries("site/allotted").stream()
                .map(it -> it.path("body"))
                .filter(it -> it.path("session").asText().equals(member.session()))
                .map(it -> it.path("broken"))
                .toList();
        assertThat(broken.get(0)).isEmpty();
        assertThat(broken.get(1).get(0).path("reason").asText()).isEqualTo("主机不启动");
        replaceBroken(member).statusCode(409);
    }

    private static ValidatableResponse replaceBroken(Member member) {
        return post(CENTRE, "/sessions/" + member.session() + "/seats/replacement", Map.of());
    }

    private void fallsSilent(Member member) {
        var id = new SessionId(UUID.fromString(member.session()));
        QuarkusTransaction.requiringNew().run(() -> presences.in(id).forEach(it -> presences.save(aged(it))));
        watch(member).body("seats[0].mark", equalTo("SILENT"));
        Eventually.holds(() -> "SILENT".equals(watch(member).extract().path("events.kind[0]")));
        member.post("/leader-votes", CanonicalJson.object().put("member", member.number()))
                .statusCode(409)
                .body("code", equalTo("terminal/silent"));
        beat(member, null).body("mark", equalTo("UNKNOWN"));
        watch(member).body("events.kind[0]", equalTo("BACK"));
    }

    private static Presence aged(Presence it) {
        return new Presence(
                it.session(),
                it.number(),
                it.person(),
                it.seat(),
                it.device(),
                it.since(),
                it.nonces(),
                Instant.now().minusSeconds(61),
                Optional.empty(),
                ClockMark.IN_TIME,
                true);
    }

    private static ObjectNode stamps(long offset) {
        long now = System.currentTimeMillis();
        return CanonicalJson.object()
                .put("sent", now + offset - 20)
                .put("heard", now - 10)
                .put("answered", now - 9)
                .put("received", now + offset + 1);
    }

    private static ValidatableResponse beat(Member member, ObjectNode former) {
        var body = CanonicalJson.object();
        body.set("former", former);
        return member.post("/seat/beats", body);
    }

    private static ValidatableResponse checkIn(Member member) {
        return member.post("/check-in", CanonicalJson.object());
    }

    private static ValidatableResponse declare(Member member) {
        return member.declare(false, "");
    }

    private static ValidatableResponse watch(Member member) {
        return get(CENTRE, "/sessions/" + member.session() + "/presences").statusCode(200);
    }

    private ValidatableResponse terminals() {
        return get(sub, "/sites/" + site + "/terminals").statusCode(200);
    }

    private static ValidatableResponse activation(String token, String where) {
        return post(token, "/sites/" + where + "/rooms/1/seats/01/activation", Map.of());
    }

    private static long told(String kind) {
        return TradingCoreInMemory.HAPPENINGS.stream()
                .filter(it -> it.path("kind").asText().equals(kind))
                .count();
    }
}
