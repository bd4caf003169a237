package cn.qifeng.evaluation;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import cn.qifeng.kit.access.Role;
import cn.qifeng.testkit.TestTokens;
import cn.qifeng.trust.json.CanonicalJson;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** Sites and bookings as centre and sub-sites make them. */
final class SeatScene {

    static final String CENTRE = TestTokens.of(Role.CENTRE);
    static final Instant MORNING = Instant.parse("2026-12-02T01:00:00Z");
    static final Instant EVENING = Instant.parse("2026-12-02T09:00:00Z");
    static final Instant DAY_BEFORE = Instant.parse("2026-12-01T02:00:00Z");

    private SeatScene() {}

    static ValidatableResponse draw(String session) {
        return post(CENTRE, "/sessions/" + session + "/seats/draw", Map.of());
    }

    static void legalTime(Instant moment) {
        TradingCoreInMemory.ahead = Duration.between(Instant.now(), moment);
    }

    static String add(String prefix, String kind, String operator, String... plan) {
        String code = prefix + UUID.randomUUID().toString().substring(0, 7).toUpperCase(Locale.ROOT);
        post(CENTRE, "/sites", body(code, kind, operator, plan)).statusCode(200);
        return code;
    }

    static Map<String, Object> body(String code, String kind, String operator, String... plan) {
        var seats = new ArrayList<Map<String, Object>>();
        for (int row = 0; row < plan.length; row++) {
            for (int column = 0; column < plan[row].length(); column++) {
                if (plan[row].charAt(column) == 'o') {
                    var seat = "%02d".formatted(seats.size() + 1);
                    seats.add(Map.of("code", seat, "row", row + 1, "column", column + 1, "fault", ""));
                }
            }
        }
        var room = Map.of(
                "code",
                "1",
                "name",
                "评标室",
                "rows",
                plan.length,
                "columns",
                plan[0].length(),
                "devices",
                List.of("CAMERA"),
                "seats",
                seats);
        var site = new HashMap<String, Object>();
        site.put("code", code);
        site.put("name", "某市交易中心");
        site.put("kind", kind);
        site.put("region", "339901");
        site.put("address", "某路1号");
        site.put("operator", operator);
        site.put("contact", "值班");
        site.put("hours", Map.of("opens", "00:00", "closes", "23:30", "restDays", true));
        site.put("answerMinutes", 60);
        site.put("services", "");
        site.put("fee", "");
        site.put("lends", true);
        site.put("rooms", List.of(room));
        return site;
    }

    static Map<String, Object> wanted(String session, String site, int seats) {
        return wanted(session, site, seats, MORNING, EVENING);
    }

    static Map<String, Object> wanted(String session, String site, int seats, Instant from, Instant to) {
        return new HashMap<>(Map.of(
                "session",
                session,
                "site",
                site,
                "from",
                from.toString(),
                "to",
                to.toString(),
                "seats",
                seats,
                "devices",
                List.of("CAMERA")));
    }

    static ValidatableResponse book(String session, String site, int seats) {
        return post(CENTRE, "/seat-bookings", wanted(session, site, seats));
    }

    static ValidatableResponse answer(String token, String id, String act, Map<String, ?> body) {
        return post(token, "/seat-bookings/" + id + "/" + act, body);
    }

    static ValidatableResponse bookings(String token) {
        return get(token, "/seat-bookings?from=" + DAY_BEFORE + "&to=" + EVENING.plusSeconds(1))
                .statusCode(200);
    }

    static ValidatableResponse day(String token, String site) {
        return get(token, "/sites/" + site + "/days/2026-12-02").statusCode(200);
    }

    static ValidatableResponse seats(String session) {
        return get(CENTRE, "/sessions/" + session + "/seats").statusCode(200);
    }

    static RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType(ContentType.JSON);
    }

    static ValidatableResponse get(String token, String path) {
        return as(token).get("/api/evaluation" + path).then().log().ifError();
    }

    static ValidatableResponse post(String token, String path, Map<String, ?> body) {
        return as(token).body(body).post("/api/evaluation" + path).then();
    }

    static ValidatableResponse put(String token, String path, Map<String, ?> body) {
        return as(token).body(body).put("/api/evaluation" + path).then();
    }

    static String session() {
        return Sessions.open(SessionOrders.exampleA1());
    }

    /** An activation code for a seat of room 1. */
    static String code(String token, String site, String seat) {
        return post(token, "/sites/" + site + "/rooms/1/seats/" + seat + "/activation", Map.of())
                .statusCode(200)
                .extract()
                .path("code");
    }

    /** Machines at these seats of room 1, by site and seat as they are told. */
    static Map<String, SeatDevice> machines(String token, String site, List<String> seats) {
        var machines = new HashMap<String, SeatDevice>();
        for (String seat : seats) {
            var machine = new SeatDevice();
            machine.bring(code(token, site, seat)).statusCode(200);
            machines.put(site + " 1-" + seat, machine);
        }
        return machines;
    }

    /** Seats of room 1 that a booking holds. */
    static List<String> seatsOf(String token, String booking) {
        return bookings(token).extract().path("find { it.id == '" + booking + "' }.seats.seat");
    }

    /** Where a member that asks at this machine is told to sit. */
    static String toldSeat(Member member, SeatDevice machine) {
        var answer = member.at(machine).post("/check-in", CanonicalJson.object());
        boolean wrong = answer.extract().statusCode() == 403;
        return wrong
                ? answer.body("code", equalTo("terminal/wrong-seat")).extract().path("expected")
                : "";
    }

    /** Checks in where the member is told to. */
    static void sit(Member member, Map<String, SeatDevice> machines) {
        var asked = machines.entrySet().iterator().next();
        var told = toldSeat(member, asked.getValue());
        if (!told.isEmpty()) {
            var here = asked.getKey().split(" ")[0];
            member.at(machines.get(told.contains(" ") ? told : here + " " + told))
                    .checkIn();
        }
    }
}
