package cn.qifeng.evaluation.panel.domain;

/**
 * One seat of a panel (席位), in the order of the pick.
 *
 * @param number expert number, or {@code T1} … for representatives of the procuring entity
 * @param person id of the person
 * @param member id of the certificate with which the member signs, hex
 * @param name name, secret until the result is fixed
 * @param reason why the person was passed over, otherwise empty
 * @param employer where an expert works; empty for others
 * @param served in how many evaluations of late an expert took part when it was drawn
 * @param sameBidder in how many of late one and the same bidder of this lot bid, the most of any
 * @param sameHost in how many of late for the procuring entity of this lot
 */
public record Seat(
        String number,
        String person,
        String member,
        String name,
        SeatKind kind,
        SeatState state,
        String reason,
        String employer,
        int served,
        int sameBidder,
        int sameHost) {

    public Seat {
        employer = employer == null ? "" : employer;
    }

    /** A seat of somebody without an employer that counts. */
    public Seat(
            String number, String person, String member, String name, SeatKind kind, SeatState state, String reason) {
        this(number, person, member, name, kind, state, reason, "", 0, 0, 0);
    }

    /** The same once a library has told who it is. */
    Seat opened(String whose, String certificate, String called, String worksAt) {
        return new Seat(number, whose, certificate, called, kind, state, reason, worksAt, served, sameBidder, sameHost);
    }

    Seat in(SeatState next, String because) {
        return new Seat(number, person, member, name, kind, next, because, employer, served, sameBidder, sameHost);
    }
}
