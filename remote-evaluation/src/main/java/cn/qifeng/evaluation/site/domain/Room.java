package cn.qifeng.evaluation.site.domain;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Room (评标室) with its plan: a grid of rows and columns in which seats stand as in the real room; an empty cell is
 * an aisle.
 */
public record Room(String code, String name, int rows, int columns, Set<Device> devices, List<VenueSeat> seats) {

    static final Pattern CODE = Pattern.compile("[A-Z0-9]{1,8}(-[A-Z0-9]{1,8})?");

    private static final int SIDE_MAX = 20;

    public Room {
        devices = devices == null ? Set.of() : Set.copyOf(devices);
        seats = seats == null ? List.of() : List.copyOf(seats);
    }

    void check() {
        if (code == null || !CODE.matcher(code).matches()) {
            throw SiteRefusal.CODE.at("rooms.code", code, CODE);
        }
        if (name == null || name.isBlank()) {
            throw SiteRefusal.PLAN.at("rooms.name", name, "a name");
        }
        if (rows < 1 || rows > SIDE_MAX || columns < 1 || columns > SIDE_MAX) {
            throw SiteRefusal.PLAN.at("rooms." + code, rows + "×" + columns, "1×1 to " + SIDE_MAX + "×" + SIDE_MAX);
        }
        var codes = new HashSet<String>();
        var cells = new HashSet<List<Integer>>();
        for (VenueSeat seat : seats) {
            checkSeat(seat);
            if (!codes.add(seat.code()) || !cells.add(List.of(seat.row(), seat.column()))) {
                throw SiteRefusal.PLAN.at("rooms." + code + ".seats", seat.code(), "no code and no cell twice");
            }
        }
    }

    private void checkSeat(VenueSeat seat) {
        if (seat.code() == null || !CODE.matcher(seat.code()).matches()) {
            throw SiteRefusal.CODE.at("rooms." + code + ".seats", seat.code(), CODE);
        }
        if (seat.row() < 1 || seat.row() > rows || seat.column() < 1 || seat.column() > columns) {
            throw SiteRefusal.PLAN.at(
                    "rooms." + code + "." + seat.code(), seat.row() + "," + seat.column(), "a cell of the plan");
        }
    }
}
