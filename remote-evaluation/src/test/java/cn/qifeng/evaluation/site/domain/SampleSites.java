package cn.qifeng.evaluation.site.domain;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Fictional sites. */
public final class SampleSites {

    /** Unified social credit code of no organisation, with a right check digit. */
    public static final String OPERATOR = "11330703XX0000211G";

    private SampleSites() {}

    /** A site that is always open, with one room by rows of its plan: {@code o} is a seat. */
    public static Site always(String code, SiteKind kind, String... plan) {
        var hours = new OpeningHours(LocalTime.of(0, 0), LocalTime.of(23, 30), true);
        return site(code, kind, hours, List.of(room("1", plan)));
    }

    static Site site(String code, SiteKind kind, OpeningHours hours, List<Room> rooms) {
        return new Site(code, "某市交易中心", kind, "339901", "某路1号", OPERATOR, "值班", hours, 60, "", "", true, rooms);
    }

    static Room room(String code, String... plan) {
        var seats = new ArrayList<VenueSeat>();
        for (int row = 0; row < plan.length; row++) {
            for (int column = 0; column < plan[row].length(); column++) {
                if (plan[row].charAt(column) == 'o') {
                    seats.add(new VenueSeat("%02d".formatted(seats.size() + 1), row + 1, column + 1, ""));
                }
            }
        }
        return new Room(code, "评标室" + code, plan.length, plan[0].length(), Set.of(Device.CAMERA), seats);
    }

    /** So many seats in a row of a room, with aisles between them. */
    static List<SeatPlace> row(String room, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new SeatPlace("S", room, "0" + (i + 1), 1, 2 * i + 1))
                .toList();
    }
}
