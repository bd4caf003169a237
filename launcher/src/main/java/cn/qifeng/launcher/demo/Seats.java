package cn.qifeng.launcher.demo;

import cn.qifeng.cli.client.ApiFailed;
import cn.qifeng.trust.json.CanonicalJson;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** The evaluation at booked seats (席位制): their booking and draw, their terminals, and who checks in at which. */
final class Seats {

    private static final String SITE = "YP";
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int OPENS = 9;
    private static final int LAST = 17;
    private static final Duration LONG = Duration.ofHours(4);
    private static final long HALF_HOUR = 1800;
    private static final int SPARE = 1;

    private final Tour tour;
    private final Ceremony ceremony;
    private final List<SeatTerminal> terminals = new ArrayList<>();

    Seats(Tour tour, Ceremony ceremony) {
        this.tour = tour;
        this.ceremony = ceremony;
    }

    /** Moves the sandbox clock to a time at which four hours can be booked on one day. */
    void waitForHours() {
        var now = tour.now().atZone(ZONE);
        if (now.getHour() < OPENS || now.getHour() > LAST) {
            var day = now.getHour() > LAST ? now.plusDays(1) : now;
            tour.moveTo(day.truncatedTo(ChronoUnit.DAYS).plusHours(OPENS).toInstant());
        }
    }

    /** Books seats of the main site for the next half hour, draws them, and binds a machine at each. */
    void arrange() {
        var operator = tour.actor("operator");
        int size = operator.api().get(tour.evaluation("")).path("size").asInt();
        var booking = operator.api().post("/api/evaluation/seat-bookings", wanted(size));
        operator.api().post(tour.evaluation("/seats/draw"), CanonicalJson.object());
        var drawn = operator.api().get(tour.evaluation("/seats"));
        ceremony.draw(tour, drawn.path("draw").asText());
        tour.await(
                tour.actor("operator").api(),
                tour.evaluation("/seats"),
                it -> it.path("placed").asInt() > 0
                        && it.path("placed").asInt() == it.path("members").asInt());
        for (JsonNode seat : booking.path("seats")) {
            terminals.add(
                    activated(seat.path("room").asText(), seat.path("seat").asText()));
        }
    }

    /** Calls off what is still booked for a panel that was dissolved; its machines are not at the next seats. */
    void release() {
        var operator = tour.actor("operator");
        var reason = CanonicalJson.object().put("reason", "评标延期，另行安排席位");
        for (JsonNode booking : operator.api().get(tour.evaluation("/seats")).path("bookings")) {
            if (booking.path("state").asText().equals("ALLOTTED")) {
                operator.api()
                        .post(
                                "/api/evaluation/seat-bookings/"
                                        + booking.path("id").asText() + "/cancellation",
                                reason);
            }
        }
        terminals.clear();
    }

    private ObjectNode wanted(int members) {
        var now = tour.now().getEpochSecond();
        var from = Instant.ofEpochSecond((now / HALF_HOUR + 1) * HALF_HOUR);
        var wanted = CanonicalJson.object()
                .put("session", tour.session)
                .put("site", SITE)
                .put("from", from.toString())
                .put("to", from.plus(LONG).toString())
                .put("seats", members + SPARE);
        wanted.putArray("devices");
        return wanted;
    }

    private SeatTerminal activated(String room, String seat) {
        var path = "/api/evaluation/sites/" + SITE + "/rooms/" + room + "/seats/" + seat + "/activation";
        var code = tour.actor("operator").api().post(path, CanonicalJson.object());
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
                            .filter(it -> told.getMessage().contains("\"expected\":\"" + it.seat() + "\""))
                            .findFirst()
                            .orElseThrow(() -> told));
        }
    }

    private void sit(Actor member, SeatTerminal terminal) {
        member.at(terminal.of(member.logIn().api(), tour.session));
        member.api().post(tour.evaluation("/check-in"), CanonicalJson.object());
    }
}
