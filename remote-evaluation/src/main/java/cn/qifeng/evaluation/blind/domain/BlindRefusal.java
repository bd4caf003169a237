package cn.qifeng.evaluation.blind.domain;

import cn.qifeng.kernel.Kind;
import cn.qifeng.kernel.RefusalCode;

/** Why a blind file, or what was found in it, is not shown (暗标查阅拒绝). */
public enum BlindRefusal implements RefusalCode {

    /** The technical files of this tender are not blind. */
    NOT_BLIND("blind/not-blind", Kind.NOT_FOUND, ""),

    /** The files are still being checked and redrawn. */
    NOT_READY("blind/not-ready", Kind.NOT_NOW, ""),

    /** No canonical form could be made of this file; it is judged after the technical sheets are revealed. */
    NO_FORM("blind/no-form", Kind.NOT_FOUND, ""),

    /** Marks can name the bidder: they are shown when every technical sheet is revealed. */
    NOT_OPEN("blind/not-open", Kind.NOT_NOW, "12号令 §5"),

    /** There is no such bid. */
    NO_SUCH_BID("blind/no-such-bid", Kind.NOT_FOUND, "");

    private final String code;
    private final Kind kind;
    private final String law;

    BlindRefusal(String code, Kind kind, String law) {
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
