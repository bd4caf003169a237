package cn.qifeng.evaluation.adjustment.domain;

import cn.qifeng.kernel.Kind;
import cn.qifeng.kernel.RefusalCode;

/** Why a finding on an adjustment cannot be taken (量化因素认定). */
public enum AdjustmentRefusal implements RefusalCode {

    /** The tender document declares no such adjustment, or its amount follows from the opening record alone. */
    NOT_DECLARED("adjustment/not-declared", Kind.INVALID, "评标委员会和评标方法暂行规定 第三十二条"),

    /** A finding names evaluated bids, each once, and for each the number or quote and a page. */
    FINDING_INCOMPLETE("adjustment/finding-incomplete", Kind.INVALID, "评标委员会和评标方法暂行规定 第三十二条"),

    /** A finding on the same adjustment waits for votes. */
    FINDING_OPEN("adjustment/finding-open", Kind.NOT_NOW, ""),

    /** There is no such finding. */
    NO_SUCH_FINDING("adjustment/no-such-finding", Kind.NOT_FOUND, ""),

    /** A vote is for or against. */
    UNKNOWN_VOTE("adjustment/unknown-vote", Kind.INVALID, ""),

    /** The finding is decided, or the member voted. */
    VOTED_ALREADY("adjustment/voted-already", Kind.NOT_NOW, ""),

    /** Who votes against a finding says why. */
    OPINION_NEEDED("adjustment/opinion-needed", Kind.INVALID, "招标投标法实施条例 第五十三条"),

    /** A finding waits for votes. */
    VOTES_OUTSTANDING("adjustment/votes-outstanding", Kind.NOT_NOW, ""),

    /** Of a valid bid nothing is found yet for a declared adjustment. */
    NOT_FOUND_YET("adjustment/not-found-yet", Kind.NOT_NOW, "评标委员会和评标方法暂行规定 第三十二条");

    private final String code;
    private final Kind kind;
    private final String law;

    AdjustmentRefusal(String code, Kind kind, String law) {
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
