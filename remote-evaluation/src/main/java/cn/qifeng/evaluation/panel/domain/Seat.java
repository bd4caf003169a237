package cn.qifeng.evaluation.panel.domain;

/**
 * One seat of a panel (席位), in the order of the pick.
 *
 * @param number expert number, or {@code T1} … for representatives of the procuring entity
 * @param person id of the person
 * @param member id of the certificate with which the member signs, hex
 * @param name name, secret until the result is fixed
 * @param reason why the person was passed over, otherwise empty
 */
public record Seat(
        String number, String person, String member, String name, SeatKind kind, SeatState state, String reason) {

    Seat in(SeatState next, String because) {
        return new Seat(number, person, member, name, kind, next, because);
    }
}
