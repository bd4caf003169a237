package cn.qifeng.evaluation.fault.domain;

import cn.qifeng.kernel.Facts;
import cn.qifeng.kernel.Kind;
import cn.qifeng.kernel.RefusalCode;
import cn.qifeng.kernel.Refused;

/** Why a fault cannot be reported, cleared or decided, or why it stops something (远程评标故障). */
public enum FaultRefusal implements RefusalCode {

    /** A fault is open, or not decided yet: nothing is committed, voted, signed or decided. */
    STOPPED("fault/stopped", Kind.NOT_NOW, ""),

    /** A fault of this session is open already. */
    OPEN_ALREADY("fault/open-already", Kind.NOT_NOW, ""),

    /** The session does not take place at seats of this site. */
    NO_SUCH_SITE("fault/no-such-site", Kind.INVALID, ""),

    /** There is no such fault for the caller. */
    NO_SUCH_FAULT("fault/not-found", Kind.NOT_FOUND, ""),

    /** The fault is not open any more. */
    NOT_OPEN("fault/not-open", Kind.NOT_NOW, ""),

    /** A seat of the site still gives no heart-beat. */
    STILL_SILENT("fault/still-silent", Kind.NOT_NOW, ""),

    /** The time within which it can be cleared is not over, or it was decided. */
    NOT_DUE("fault/not-due", Kind.NOT_NOW, ""),

    /** The rule does not allow this outcome. */
    OUTCOME("fault/outcome", Kind.INVALID, ""),

    /** A reason is needed, of at most 500 characters. */
    REASON("fault/reason", Kind.INVALID, "");

    private final String code;
    private final Kind kind;
    private final String law;

    FaultRefusal(String code, Kind kind, String law) {
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
