package cn.qifeng.evaluation.site.web;

import cn.qifeng.evaluation.site.application.ReadSeats.Allotted;
import cn.qifeng.evaluation.site.domain.SeatPlace;
import java.util.List;
import java.util.UUID;

/**
 * Seats of a session before main site and supervisor: who is there. What a replay needs is shown once everybody is.
 *
 * @param pool seats in the order of their numbers in the draw
 * @param picked their numbers as drawn, from 1
 * @param apart whether no two members of one employer share a room
 * @param broken numbers of seats that broke since the draw
 */
record SeatsBody(
        List<BookingBody> bookings,
        UUID draw,
        boolean drawn,
        int placed,
        int members,
        List<Sitting> here,
        List<Place> pool,
        List<Integer> picked,
        Boolean apart,
        List<Integer> broken) {

    static SeatsBody undrawn(List<BookingBody> bookings) {
        return new SeatsBody(bookings, null, false, 0, 0, List.of(), List.of(), List.of(), null, List.of());
    }

    static SeatsBody of(List<BookingBody> bookings, Allotted allotted) {
        var allotment = allotted.allotment();
        boolean whole = allotted.whole();
        return new SeatsBody(
                bookings,
                allotment.draw(),
                !allotment.picked().isEmpty(),
                allotment.placed().size(),
                allotted.members(),
                allotted.here().stream()
                        .map(it -> new Sitting(
                                it.number(),
                                it.seat() + 1,
                                it.group(),
                                Place.of(allotment.pool().get(it.seat()))))
                        .toList(),
                whole ? allotment.pool().stream().map(Place::of).toList() : List.of(),
                whole ? allotment.picked().stream().map(it -> it + 1).toList() : List.of(),
                whole ? allotment.apart() : null,
                whole ? allotment.broken().stream().map(it -> it.seat() + 1).toList() : List.of());
    }

    /** A seat with its place in the plan. */
    record Place(String site, String room, String seat, int row, int column) {

        static Place of(SeatPlace place) {
            return new Place(place.site(), place.room(), place.seat(), place.row(), place.column());
        }
    }

    /** A member at its seat: number on the panel, number of the seat in the draw, number of the employer. */
    record Sitting(String number, int drawn, int group, Place place) {}
}
