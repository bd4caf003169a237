package cn.qifeng.trading.supervision.domain;

import cn.qifeng.kernel.Kind;
import cn.qifeng.kernel.RefusalCode;

/** Why no evidence package (存证包) is given. */
public enum SupervisionRefusal implements RefusalCode {

    /** Not one of the three cuts. */
    UNKNOWN_CUT("supervision/unknown-cut", Kind.INVALID, ""),

    /** There is no cut of a party before the bids are open, nor of a lot whose envelopes stay shut. */
    NO_PARTY_CUT("supervision/no-party-cut", Kind.NOT_NOW, "招标投标法 §22"),

    /** The caller has no bid among those that were opened. */
    NOT_A_PARTY("supervision/not-a-party", Kind.NOT_ALLOWED, "招标投标法 §44"),

    /** The bid list is taken and the bids are not open: a package would have to leave out what the list names. */
    OPENING_RUNS("supervision/opening-runs", Kind.NOT_NOW, "招标投标法 §22; 电子招标投标办法 §21");

    private final String code;
    private final Kind kind;
    private final String law;

    SupervisionRefusal(String code, Kind kind, String law) {
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
