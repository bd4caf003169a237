package cn.qifeng.evaluation.site.domain;

import cn.qifeng.kernel.Uscc;
import cn.qifeng.kernel.WorkingCalendar;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Site (评标场所) with its rooms and seats, as the sharing catalogue of seats shows it (工位共享目录).
 *
 * @param operator unified social credit code of the centre that runs it; its people answer bookings
 * @param answerMinutes minutes of opening hours within which a booking is answered
 * @param services meals, lodging, transport and whom to ask for them
 * @param fee what its use costs, as published
 * @param lends whether it can be booked now
 */
public record Site(
        String code,
        String name,
        SiteKind kind,
        String region,
        String address,
        String operator,
        String contact,
        OpeningHours hours,
        int answerMinutes,
        String services,
        String fee,
        boolean lends,
        List<Room> rooms) {

    private static final Pattern REGION = Pattern.compile("\\d{6}");
    private static final int MINUTES_MAX = 5 * 24 * 60;

    public Site {
        rooms = rooms == null ? List.of() : List.copyOf(rooms);
        contact = contact == null ? "" : contact.strip();
        services = services == null ? "" : services.strip();
        fee = fee == null ? "" : fee.strip();
    }

    /** Refuses a site that contradicts itself. */
    public void check() {
        if (code == null || !Room.CODE.matcher(code).matches()) {
            throw SiteRefusal.CODE.at("code", code, Room.CODE);
        }
        demand("name", name, name != null && !name.isBlank(), "a name");
        demand("kind", kind, kind != null, "MAIN or SUB");
        demand("hours", hours, hours != null, "opening hours");
        demand("region", region, region != null && REGION.matcher(region).matches(), "six digits");
        demand("address", address, address != null && !address.isBlank(), "an address");
        demand("operator", operator, Uscc.isValid(operator), "a unified social credit code");
        demand("answerMinutes", answerMinutes, answerMinutes >= 1 && answerMinutes <= MINUTES_MAX, "1 to 7200");
        var codes = new HashSet<String>();
        for (Room room : rooms) {
            room.check();
            demand("rooms", room.code(), codes.add(room.code()), "no room twice");
        }
    }

    private static void demand(String field, Object seen, boolean holds, String expected) {
        if (!holds) {
            throw SiteRefusal.PLAN.at(field, seen, expected);
        }
    }

    /** All seats in the order of the plans; those in rooms with these devices alone. */
    public List<SeatPlace> places(Set<Device> devices) {
        var places = new ArrayList<SeatPlace>();
        rooms.stream()
                .filter(room -> room.devices().containsAll(devices))
                .forEach(room -> room.seats().forEach(seat -> places.add(place(room, seat))));
        return places;
    }

    /** Keys of seats that are broken. */
    public Set<String> faulty() {
        return faults().keySet();
    }

    /** What is broken, by the key of its seat. */
    public Map<String, String> faults() {
        var faults = new HashMap<String, String>();
        rooms.forEach(room -> room.seats().stream()
                .filter(seat -> !seat.sound())
                .forEach(seat -> faults.put(place(room, seat).key(), seat.fault())));
        return faults;
    }

    /** By when a request of this moment is answered: within the site's opening hours, and before the seats are used. */
    public Instant answerUntil(Span span, Instant now) {
        var limit = hours.after(now, Duration.ofMinutes(answerMinutes), WorkingCalendar.shipped());
        return limit.isBefore(span.from()) ? limit : span.from();
    }

    /** The same with a seat that is broken, or mended when {@code fault} is empty; refuses a seat that is not here. */
    public Site withFault(String room, String seat, String fault) {
        if (places(Set.of()).stream()
                .noneMatch(it -> it.room().equals(room) && it.seat().equals(seat))) {
            throw SiteRefusal.NOT_FOUND.at("seat", room + "/" + seat, "a seat of " + code);
        }
        return withRooms(rooms.stream()
                .map(each -> each.code().equals(room) ? broken(each, seat, fault) : each)
                .toList());
    }

    private static Room broken(Room room, String seat, String fault) {
        return new Room(
                room.code(),
                room.name(),
                room.rows(),
                room.columns(),
                room.devices(),
                room.seats().stream()
                        .map(it -> it.code().equals(seat) ? it.with(fault) : it)
                        .toList());
    }

    private Site withRooms(List<Room> changed) {
        return new Site(
                code,
                name,
                kind,
                region,
                address,
                operator,
                contact,
                hours,
                answerMinutes,
                services,
                fee,
                lends,
                changed);
    }

    private SeatPlace place(Room room, VenueSeat seat) {
        return new SeatPlace(code, room.code(), seat.code(), seat.row(), seat.column());
    }
}
