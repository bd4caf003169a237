package cn.qifeng.trading.supervision.domain;

import cn.qifeng.kernel.Kind;
import cn.qifeng.kernel.RefusalCode;

/** Why no evidence package (存证包) is given. */
public enum SupervisionRefusal implements RefusalCode {

    /** Not one of the cuts. */
    UNKNOWN_CUT("supervision/unknown-cut", Kind.INVALID, ""),

    /** There is no cut of a party before the bids are open, nor of a lot whose envelopes stay shut. */
    NO_PARTY_CUT("supervision/no-party-cut", Kind.NOT_NOW, "招标投标法 §22"),

    /** The caller has no bid among those that were opened. */
    NOT_A_PARTY("supervision/not-a-party", Kind.NOT_ALLOWED, "招标投标法 §44"),

    /** Trustees verify and press between the draw of the coefficient and the opening, at no other time. */
    NO_TRUSTEE_CUT("supervision/no-trustee-cut", Kind.NOT_NOW, "电子招标投标办法 §30"),

    /** The caller is no member of the lot's key set. */
    NOT_A_TRUSTEE("supervision/not-a-trustee", Kind.NOT_ALLOWED, ""),

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
