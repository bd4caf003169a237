package cn.qifeng.evaluation.site.domain;

import cn.qifeng.kernel.Facts;
import cn.qifeng.kernel.Kind;
import cn.qifeng.kernel.RefusalCode;
import cn.qifeng.kernel.Refused;

/** Why something cannot be done with sites and seats (场所与席位). */
public enum SiteRefusal implements RefusalCode {

    /** There is no such site, seat or booking. */
    NOT_FOUND("site/not-found", Kind.NOT_FOUND, ""),

    /** Another site, and another centre's. */
    NOT_YOURS("site/not-yours", Kind.NOT_ALLOWED, ""),

    /** A code that cannot be, or that another has. */
    CODE("site/code", Kind.INVALID, ""),

    /** The site or the plan of a room contradicts itself. */
    PLAN("site/plan", Kind.INVALID, ""),

    /** Opening hours that cannot be. */
    HOURS("site/hours", Kind.INVALID, ""),

    /** A time that is not whole half hours of one day. */
    SPAN("site/span", Kind.INVALID, ""),

    /** The site is not open or does not lend then. */
    CLOSED("site/closed", Kind.INVALID, ""),

    /** Fewer seats are free that are not adjacent. */
    TOO_FEW_SEATS("site/too-few-seats", Kind.NOT_NOW, ""),

    /** Somebody else has the seat at that time. */
    SEAT_TAKEN("site/seat-taken", Kind.NOT_NOW, ""),

    /** A seat with bookings cannot leave the plan. */
    SEAT_BOOKED("site/seat-booked", Kind.NOT_NOW, ""),

    /** The state of the booking does not allow it. */
    BOOKING_STATE("site/booking-state", Kind.NOT_NOW, ""),

    /** The time limit for the answer is over. */
    ANSWER_OVER("site/answer-over", Kind.NOT_NOW, ""),

    /** Before its time. */
    NOT_DUE("site/not-due", Kind.NOT_NOW, ""),

    /** Something needs a reason in writing. */
    REASON_NEEDED("site/reason-needed", Kind.INVALID, ""),

    /** The session does not need seats any more, or has no key set yet. */
    SESSION("site/session", Kind.NOT_NOW, ""),

    /** Seats were drawn already. */
    DRAWN("site/drawn", Kind.NOT_NOW, ""),

    /** A booking waits for its answer. */
    WAITING("site/waiting", Kind.NOT_NOW, ""),

    /** Fewer confirmed seats than members. */
    POOL("site/pool", Kind.NOT_NOW, ""),

    /** No seat of the evaluation broke since it was drawn. */
    NONE_BROKEN("site/none-broken", Kind.NOT_NOW, ""),

    /** The evaluation takes place at seats, and this member has none yet. */
    NOT_ALLOTTED("site/not-allotted", Kind.NOT_NOW, "电子招标投标办法 §33"),

    /** Members check in during the booked time alone. */
    OUTSIDE_TIME("site/outside-time", Kind.NOT_NOW, "电子招标投标办法 §33");

    private final String code;
    private final Kind kind;
    private final String law;

    SiteRefusal(String code, Kind kind, String law) {
        this.code = code;
        this.kind = kind;
        this.law = law;
    }

    /** Refuses one field. */
    public Refused at(String field, Object seen, Object expected) {
        return with(Facts.field(field, seen, expected).map());
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public String law() {
        return law;
    }
}
