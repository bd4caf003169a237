package cn.qifeng.evaluation.expert.domain;

import cn.qifeng.kernel.Facts;
import cn.qifeng.kernel.Kind;
import cn.qifeng.kernel.RefusalCode;
import cn.qifeng.kernel.Refused;

/** Why something cannot be done with the pool of experts (专家库). */
public enum ExpertRefusal implements RefusalCode {

    /** There is no such expert, event or ban. */
    NOT_FOUND("expert/not-found", Kind.NOT_FOUND, ""),

    /** The workbook has cells that cannot be taken; nothing of it was taken. */
    SHEET("expert/sheet", Kind.INVALID, ""),

    /** The file is no workbook, or one that nobody could read safely. */
    UNREADABLE("expert/unreadable", Kind.INVALID, ""),

    /** The first day of a period is behind its last, or the period is over. */
    PERIOD("expert/period", Kind.INVALID, ""),

    /** Something needs a reason in writing. */
    REASON_NEEDED("expert/reason-needed", Kind.INVALID, ""),

    /** Points of an event that would raise the credit. */
    POINTS("expert/points", Kind.INVALID, ""),

    /** The time for an objection is over. */
    OBJECTION_OVER("expert/objection-over", Kind.NOT_NOW, ""),

    /** The state of the event does not allow it. */
    EVENT_STATE("expert/event-state", Kind.NOT_NOW, ""),

    /** Who was removed from the pool does not come back. */
    REMOVED("expert/removed", Kind.NOT_NOW, ""),

    /** What an applicant tells of itself cannot be. */
    CANDIDATE("expert/candidate", Kind.INVALID, ""),

    /** Fewer years of work in the field than the law asks for. */
    YEARS("expert/years", Kind.INVALID, "招标投标法 §37"),

    /** Who is or was in the pool, by account or identity number, or whose application waits, cannot apply. */
    APPLIED("expert/applied", Kind.NOT_NOW, ""),

    /** Nobody decides over an application of its own. */
    OWN_APPLICATION("expert/own-application", Kind.NOT_ALLOWED, ""),

    /** Not a code of the tree of specialties. */
    SPECIALTY("expert/specialty", Kind.INVALID, "");

    private final String code;
    private final Kind kind;
    private final String law;

    ExpertRefusal(String code, Kind kind, String law) {
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
