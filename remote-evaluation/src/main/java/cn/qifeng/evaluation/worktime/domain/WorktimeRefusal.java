package cn.qifeng.evaluation.worktime.domain;

import cn.qifeng.kernel.Kind;
import cn.qifeng.kernel.RefusalCode;

/** Why an act about the evaluation time (评标时间) is refused. */
public enum WorktimeRefusal implements RefusalCode {

    /** A member asks once until the time is extended. */
    ASKED_ALREADY("worktime/asked-already", Kind.NOT_NOW, "实施条例 §48"),

    /** A request and an extension need a reason in writing. */
    REASON_NEEDED("worktime/reason-needed", Kind.INVALID, "实施条例 §48"),

    /** The end lies behind now and, extended, behind the one before. */
    END_TOO_EARLY("worktime/end-too-early", Kind.INVALID, "实施条例 §48"),

    /** The panel has at least the hours that the tender document gives, from when it is complete. */
    LESS_THAN_PUBLISHED("worktime/less-than-published", Kind.INVALID, "实施条例 §48"),

    /** More than a third of the panel ask for more time, and it is not extended yet. */
    EXTENSION_OWED("worktime/extension-owed", Kind.NOT_NOW, "实施条例 §48");

    private final String code;
    private final Kind kind;
    private final String law;

    WorktimeRefusal(String code, Kind kind, String law) {
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
