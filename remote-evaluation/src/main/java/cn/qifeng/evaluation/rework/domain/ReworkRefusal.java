package cn.qifeng.evaluation.rework.domain;

import cn.qifeng.kernel.Kind;
import cn.qifeng.kernel.RefusalCode;

/** Why an act is refused while a panel reviews once more (复评). */
public enum ReworkRefusal implements RefusalCode {

    /** Points, or a rejection, that the approval does not name. */
    OUTSIDE_SCOPE("rework/outside-scope", Kind.INVALID, "财政部令第87号 §64"),

    /** Changed points need the member's reason. */
    REASON_NEEDED("rework/reason-needed", Kind.INVALID, "财政部令第87号 §64"),

    /** The panel asks nobody and finds nothing new while it reviews once more. */
    ONLY_POINTS("rework/only-points", Kind.NOT_NOW, "财政部令第87号 §64"),

    /** The files of the former report are not kept by trading-core yet. */
    FILES_PENDING("rework/files-pending", Kind.NOT_NOW, "");

    private final String code;
    private final Kind kind;
    private final String law;

    ReworkRefusal(String code, Kind kind, String law) {
        this.code = code;
        this.kind = kind;
        this.law = law;
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
