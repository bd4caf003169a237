package cn.qifeng.auditor.check;

import cn.qifeng.auditor.Broken;
import cn.qifeng.auditor.Dossier;
import cn.qifeng.auditor.Shape;
import cn.qifeng.auditor.crypto.Hash;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Seats: booked in time, drawn from what was confirmed, and the panel placed as the draw gives it. */
public final class SeatsCheck implements Check {

    private static final int SEED_BYTES = 32;
    private static final String BOOKED = "site/booked";
    private static final String ALLOTTED = "site/allotted";
    private static final Set<String> WITH_REASON = Set.of("REFUSED", "CANCELLED");

    @Override
    public String name() {
        return "seats";
    }

    @Override
    public int run(Dossier dossier) {
        var booked = dossier.entries(BOOKED);
        boolean shown = booked.stream().allMatch(Dossier.Entry::open);
        for (Dossier.Entry draw : dossier.entries("draw/opened")) {
            if (isOfSeats(draw)) {
                boolean known = shown
                        ? booking(
                                        dossier,
                                        RepeatedDraws.asked(dossier, draw.body().path("drawId")),
                                        draw.n())
                                .isPresent()
                        : booked.stream().anyMatch(it -> it.n() < draw.n());
                Broken.unless(known, draw.object(), "a draw of seats without bookings");
            }
        }
        if (shown) {
            booked.forEach(entry -> booked(dossier, entry));
        } else {
            dossier.attested().add("seats: who booked and sits where is withheld");
        }
        dossier.entries(ALLOTTED).stream().filter(Dossier.Entry::open).forEach(entry -> allotted(dossier, entry));
        return dossier.entries(ALLOTTED).size();
    }

    private static boolean isOfSeats(Dossier.Entry draw) {
        return draw.body().path("purpose").asText().equals("SEATS");
    }

    private static Optional<Dossier.Entry> booking(Dossier dossier, JsonNode draw, int before) {
        return dossier.entries(BOOKED).stream()
                .filter(it ->
                        it.open() && it.n() < before && it.body().path("draw").equals(draw))
                .findFirst();
    }

    private static void booked(Dossier dossier, Dossier.Entry entry) {
        var seats = entry.body().path("seats");
        var places = new HashSet<String>();
        var left = new HashMap<String, Integer>();
        for (JsonNode seat : seats) {
            Broken.unless(
                    places.add(key(seat)) && places.add(cell(seat)),
                    entry.object() + "#seats",
                    "a seat twice",
                    key(seat));
            left.merge(seat.path("site").asText(), 1, Integer::sum);
        }
        var times = new HashSet<String>();
        for (JsonNode booking : entry.body().path("bookings")) {
            if (answered(booking, entry).equals("CONFIRMED")) {
                times.add(booking.path("from").asText() + booking.path("to").asText());
                left.merge(booking.path("site").asText(), -booking.path("seats").asInt(), Integer::sum);
            }
        }
        Broken.unless(times.size() == 1, entry.object() + "#bookings", "seats of different times");
        Broken.unless(
                left.values().stream().allMatch(it -> it == 0),
                entry.object() + "#seats",
                "not the seats that were confirmed");
        pool(dossier, entry, seats.size());
    }

    private static String key(JsonNode seat) {
        return room(seat) + "/" + seat.path("seat").asText();
    }

    private static String cell(JsonNode seat) {
        return room(seat) + "#" + seat.path("row").asInt() + ","
                + seat.path("column").asInt();
    }

    private static String room(JsonNode seat) {
        return seat.path("site").asText() + "/" + seat.path("room").asText();
    }

    /** The state in which a booking was when seats were drawn; every answer in time, every refusal with its reason. */
    private static String answered(JsonNode booking, Dossier.Entry entry) {
        var object = entry.object() + "#bookings";
        var until = Shape.moment(booking, "answerUntil", object);
        var state = "";
        for (JsonNode step : booking.path("steps")) {
            var at = Shape.moment(step, "at", object);
            var next = step.path("state").asText();
            boolean legal = state.isEmpty()
                    ? next.equals("REQUESTED")
                    : state.equals("REQUESTED")
                            ? Set.of("CONFIRMED", "REFUSED", "EXPIRED", "CANCELLED")
                                    .contains(next)
                            : Set.of("CONFIRMED", "ALLOTTED").contains(state)
                                    && Set.of("ALLOTTED", "CANCELLED", "ENDED").contains(next);
            Broken.unless(legal, object, "an unknown step of a booking", next);
            boolean reply = next.equals("CONFIRMED") || next.equals("REFUSED");
            Broken.unless(!reply || at.isBefore(until), object, "answered after the time limit");
            Broken.unless(!next.equals("EXPIRED") || !at.isBefore(until), object, "expired before the time limit");
            Broken.unless(
                    !WITH_REASON.contains(next) || !step.path("reason").asText().isBlank(),
                    object,
                    "refused without a reason");
            state = next;
        }
        return state;
    }

    private static void pool(Dossier dossier, Dossier.Entry entry, int size) {
        for (Dossier.Entry draw : dossier.entries("draw/opened")) {
            if (draw.body().path("drawId").equals(entry.body().path("draw"))) {
                boolean numbers = isOfSeats(draw)
                        && draw.body().path("pool").size() == size
                        && draw.body().path("picks").asInt() == size;
                for (int i = 0; numbers && i < size; i++) {
                    numbers = draw.body().path("pool").path(i).asText().equals(String.valueOf(i + 1));
                }
                Broken.unless(numbers, draw.object() + "#pool", "not the pool of the booked seats");
            }
        }
    }

    private static void allotted(Dossier dossier, Dossier.Entry entry) {
        var body = entry.body();
        var booked = booking(dossier, body.path("draw"), entry.n())
                .filter(it -> it.body().path("session").equals(body.path("session")))
                .orElseThrow(() -> new Broken(entry.object(), "seats allotted without bookings"));
        var result = dossier.entries("draw/result").stream()
                .filter(it -> it.n() < entry.n()
                        && RepeatedDraws.asked(dossier, it.body().path("drawId"))
                                .equals(body.path("draw")))
                .findFirst()
                .orElseThrow(() -> new Broken(entry.object(), "seats allotted before their draw"));
        var order = new ArrayList<Integer>();
        result.body().path("picked").forEach(index -> order.add(index.asInt()));
        var codes = new HashSet<String>();
        body.path("members").forEach(it -> codes.add(it.path("code").asText()));
        int over = panelOver(dossier, entry.n());
        Broken.unless(
                over == 0 || codes.equals(codes(dossier, over)),
                entry.object() + "#members",
                "seats of others than the panel");
        replay(dossier, entry, booked.body().path("seats"), order);
    }

    /**
     * Before which entry the panel stands that sits by an allotment: the one that stands already, or, where it is still
     * being called, the one that is complete next, unless seats are allotted anew before; 0 for none.
     */
    private static int panelOver(Dossier dossier, int n) {
        int standing = 0;
        int next = 0;
        for (Dossier.Entry panel : dossier.entries("evaluation/panel")) {
            if (panel.open() && panel.n() < n) {
                standing = panel.n();
            } else if (panel.open() && next == 0) {
                next = panel.n();
            }
        }
        if (standing > 0 && !between(dossier, "evaluation/left", standing, n)) {
            return n;
        }
        return next > 0 && !between(dossier, "site/allotted", n, next) ? next + 1 : 0;
    }

    /** Codes of the members of the last panel before an entry, under the seed that it tells. */
    private static Set<String> codes(Dossier dossier, int before) {
        var panel = dossier.entries("evaluation/panel").stream()
                .filter(it -> it.open() && it.n() < before)
                .reduce((former, later) -> later)
                .orElseThrow();
        var session = BidsCheck.uuid(Shape.text(panel.body(), "session", panel.object()));
        var seed = Shape.hex(panel.body(), "seed", SEED_BYTES, panel.object());
        var codes = new HashSet<String>();
        for (String member : PanelCheck.members(dossier, before)) {
            codes.add(Hash.hex(
                    Hash.ascii("QC1 seat"), session, seed, HexFormat.of().parseHex(member)));
        }
        return codes;
    }

    private static boolean between(Dossier dossier, String type, int from, int to) {
        return dossier.entries(type).stream().anyMatch(it -> it.n() > from && it.n() < to);
    }

    private static void replay(Dossier dossier, Dossier.Entry entry, JsonNode seats, List<Integer> order) {
        var body = entry.body();
        var broken = broken(entry, seats.size());
        var kept = kept(dossier, entry, broken);
        order.removeIf(broken::contains);
        List<Integer> said = new ArrayList<>();
        var sitters = new ArrayList<SeatSearch.Sitter>();
        for (JsonNode member : body.path("members")) {
            said.add(member.path("seat").asInt() - 1);
            sitters.add(new SeatSearch.Sitter(
                    member.path("group").asInt(),
                    kept.getOrDefault(member.path("code").asText(), -1)));
        }
        var places = new ArrayList<SeatSearch.Place>();
        seats.forEach(it -> places.add(new SeatSearch.Place(
                room(it), it.path("row").asInt(), it.path("column").asInt())));
        var strict = SeatSearch.of(places, order, sitters, true);
        var expected = strict.isPresent() ? strict : SeatSearch.of(places, order, sitters, false);
        Broken.unless(
                expected.equals(Optional.of(said)) && body.path("apart").asBoolean() == strict.isPresent(),
                entry.object() + "#members",
                "not the seats that the draw gives",
                said + " instead of " + expected);
    }

    /** Seats that broke since the draw, each with what its site told. */
    private static Set<Integer> broken(Dossier.Entry entry, int seats) {
        var broken = new HashSet<Integer>();
        for (JsonNode each : entry.body().path("broken")) {
            int seat = each.path("seat").asInt();
            Broken.unless(
                    seat >= 1 && seat <= seats && broken.add(seat - 1),
                    entry.object() + "#broken",
                    "a broken seat that is none");
            Broken.unless(
                    !each.path("reason").asText().isBlank(),
                    entry.object() + "#broken",
                    "a broken seat without a reason");
        }
        return broken;
    }

    /** Where members sit by the entry before of the same draw; what broke once is never whole again. */
    private static Map<String, Integer> kept(Dossier dossier, Dossier.Entry entry, Set<Integer> broken) {
        var kept = new HashMap<String, Integer>();
        for (Dossier.Entry former : dossier.entries(ALLOTTED)) {
            boolean same = former.open()
                    && former.body().path("draw").equals(entry.body().path("draw"));
            if (same && former.n() < entry.n()) {
                kept.clear();
                former.body()
                        .path("broken")
                        .forEach(it -> Broken.unless(
                                broken.contains(it.path("seat").asInt() - 1),
                                entry.object() + "#broken",
                                "a broken seat that is whole again"));
                former.body()
                        .path("members")
                        .forEach(it -> kept.put(
                                it.path("code").asText(), it.path("seat").asInt() - 1));
            }
        }
        kept.values().removeIf(broken::contains);
        return kept;
    }
}
