package cn.qifeng.launcher.demo;

import cn.qifeng.cli.client.ApiFailed;
import cn.qifeng.kernel.WorkingCalendar;
import cn.qifeng.trust.json.CanonicalJson;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The evaluation at booked seats (席位制) of the main site and a sub-site: their booking, which the sub-site confirms, and
 * draw, their terminals, and who checks in at which.
 */
final class Seats {

    private static final String MAIN = "YP";
    private static final String SUB = "DY";
    /** Who answers for a site and its seats. */
    private static final Map<String, String> STAFF = Map.of(MAIN, "operator", SUB, "east");

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final LocalTime OPENS = LocalTime.of(9, 0);
    /** Behind it, four hours might not end before the sub-site closes at half past five. */
    private static final LocalTime LAST = LocalTime.of(13, 0);

    private static final Duration LONG = Duration.ofHours(4);
    private static final long HALF_HOUR = 1800;
    /** Whoever is asked for seats has as long to answer, in seconds. */
    private static final long ANSWER = 120;

    private static final int SUB_SEATS = 2;
    private static final int SPARE = 1;

    private final Tour tour;
    private final Ceremony ceremony;
    private final List<SeatTerminal> terminals = new ArrayList<>();

    Seats(Tour tour, Ceremony ceremony) {
        this.tour = tour;
        this.ceremony = ceremony;
    }

    /** Who signs for a site. */
    static String staff(String site) {
        return STAFF.get(site);
    }

    /** Moves the sandbox clock to a time at which four hours can be booked of both sites on one working day. */
    void waitForHours() {
        tour.moveTo(open(tour.now()));
    }

    /** The moment itself where both sites can be booked behind it, otherwise the next one at which they can. */
    static Instant open(Instant moment) {
        var calendar = WorkingCalendar.shipped();
        var now = moment.atZone(ZONE);
        boolean late = now.toLocalTime().isAfter(LAST);
        var day = calendar.workingDayFrom(now.toLocalDate().plusDays(late ? 1 : 0));
        var opens = day.atTime(OPENS).atZone(ZONE).toInstant();
        return moment.isBefore(opens) ? opens : moment;
    }

    /** Books seats of both sites for the next half hour, has them confirmed and drawn, and binds a machine at each. */
    void arrange() {
        var operator = tour.actor("operator");
        int size = operator.api().get(tour.evaluation("")).path("size").asInt();
        var from = begins();
        var bookings = List.of(book(MAIN, size + SPARE - SUB_SEATS, from), book(SUB, SUB_SEATS, from));
        operator.api().post(tour.evaluation("/seats/draw"), CanonicalJson.object());
        var drawn = operator.api().get(tour.evaluation("/seats"));
        ceremony.draw(tour, drawn.path("draw").asText());
        tour.await(
                tour.actor("operator").api(),
                tour.evaluation("/seats"),
                it -> it.path("placed").asInt() > 0
                        && it.path("placed").asInt() == it.path("members").asInt());
        for (JsonNode booking : bookings) {
            for (JsonNode seat : booking.path("seats")) {
                terminals.add(activated(
                        booking.path("site").asText(),
                        seat.path("room").asText(),
                        seat.path("seat").asText()));
            }
        }
    }

    /** The next half hour; one that is about to begin comes first, because a sub-site answers before its seats are used. */
    private Instant begins() {
        long next = (tour.now().getEpochSecond() / HALF_HOUR + 1) * HALF_HOUR;
        if (next - tour.now().getEpochSecond() < ANSWER) {
            tour.moveTo(Instant.ofEpochSecond(next));
            next += HALF_HOUR;
        }
        return Instant.ofEpochSecond(next);
    }

    /** Books seats of a site, and has a sub-site confirm. */
    private JsonNode book(String site, int seats, Instant from) {
        var path = "/api/evaluation/seat-bookings";
        var wanted = CanonicalJson.object()
                .put("session", tour.session)
                .put("site", site)
                .put("from", from.toString())
                .put("to", from.plus(LONG).toString())
                .put("seats", seats);
        wanted.putArray("devices");
        var booking = tour.actor(staff(MAIN)).api().post(path, wanted);
        if (site.equals(MAIN)) {
            return booking;
        }
        var confirmation = path + "/" + booking.path("id").asText() + "/confirmation";
        tour.actor(staff(site)).api().post(confirmation, CanonicalJson.object());
        return booking;
    }

    /**
     * Calls off what is still booked for a panel that was dissolved: one booking, with which all that were drawn from go.
     * Its machines are not at the next seats.
     */
    void release() {
        var operator = tour.actor("operator");
        var reason = CanonicalJson.object().put("reason", "评标延期，另行安排席位");
        for (JsonNode booking : operator.api().get(tour.evaluation("/seats")).path("bookings")) {
            if (booking.path("state").asText().equals("ALLOTTED")) {
                var path = "/api/evaluation/seat-bookings/" + booking.path("id").asText();
                operator.api().post(path + "/cancellation", reason);
                break;
            }
        }
        terminals.clear();
    }

    private SeatTerminal activated(String site, String room, String seat) {
        var path = "/api/evaluation/sites/" + site + "/rooms/" + room + "/seats/" + seat + "/activation";
        var code = tour.actor(staff(site)).api().post(path, CanonicalJson.object());
        var terminal = new SeatTerminal(room + "-" + seat);
        terminal.activate(tour.visitor(), code.path("code").asText());
        return terminal;
    }

    /** Checks in: without booked seats anywhere, with them at the terminal of the own seat, which the first one tells. */
    void checkIn(Actor member) {
        if (terminals.isEmpty()) {
            member.api().post(tour.evaluation("/check-in"), CanonicalJson.object());
            return;
        }
        var first = terminals.get(0);
        try {
            sit(member, first);
        } catch (ApiFailed told) {
            if (!told.refusedBy("terminal/wrong-seat")) {
                throw told;
            }
            sit(
                    member,
                    terminals.stream()
                            .filter(it ->
                                    expected(it).matcher(told.getMessage()).find())
                            .findFirst()
                            .orElseThrow(() -> told));
        }
    }

    /** A seat as the first terminal tells it, with its site where that is another one. */
    private static Pattern expected(SeatTerminal terminal) {
        return Pattern.compile("\"expected\":\"([A-Z]+ )?" + Pattern.quote(terminal.seat()) + "\"");
    }

    private void sit(Actor member, SeatTerminal terminal) {
        member.at(terminal.of(member.logIn().api(), tour.session));
        member.api().post(tour.evaluation("/check-in"), CanonicalJson.object());
    }
}
