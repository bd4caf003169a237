package cn.qifeng.trading.award.domain;

import cn.qifeng.kernel.Kind;
import cn.qifeng.kernel.RefusalCode;

/** Why an act of the award (定标) is refused. */
public enum AwardRefusal implements RefusalCode {
    /** No award of this lot, or not one that the caller may see. */
    NOT_FOUND("award/not-found", Kind.NOT_FOUND, ""),
    /** The award is in another phase. */
    WRONG_PHASE("award/wrong-phase", Kind.NOT_NOW, ""),
    /** The result of evaluation that came names another lot's bids or contradicts itself. */
    BAD_EVALUATION("award/bad-evaluation", Kind.INVALID, "招标投标法 §40"),
    /** A notice of award is out, or the lot has failed: its evaluation stays as it is. */
    NOT_REOPENED("award/not-reopened", Kind.NOT_NOW, "招标投标法 §45"),
    /** More finalists than the tender document declares. */
    TOO_MANY_FINALISTS("award/too-many-finalists", Kind.INVALID, "招标投标法实施条例 §53"),
    /** The publicity of finalists has not run its full days (R32). */
    PUBLICITY_RUNNING("award/publicity-running", Kind.NOT_NOW, "招标投标法实施条例 §54"),
    /** An objection to the evaluation result is not answered (R33). */
    OBJECTION_OPEN("award/objection-open", Kind.NOT_NOW, "招标投标法实施条例 §54"),
    /** A committee that is even, or below five. */
    COMMITTEE_SIZE("award/committee-size", Kind.INVALID, ""),
    /** One person twice in a committee. */
    COMMITTEE_TWICE("award/committee-member-twice", Kind.INVALID, ""),
    /** A person named who does not hold the role of an award committee. */
    COMMITTEE_ROLE("award/committee-role", Kind.INVALID, ""),
    /** Who evaluated does not choose. */
    COMMITTEE_EVALUATED("award/committee-evaluated", Kind.INVALID, ""),
    /** The caller does not sit in this committee. */
    NOT_A_MEMBER("award/not-a-member", Kind.NOT_ALLOWED, ""),
    /** The caller does not act for the procuring entity of this lot. */
    NOT_PROCURING_ENTITY("award/not-procuring-entity", Kind.NOT_ALLOWED, ""),
    /** A ballot of another round. */
    WRONG_ROUND("award/wrong-round", Kind.INVALID, ""),
    /** This member has already committed in this round. */
    COMMITTED_BEFORE("award/committed-before", Kind.NOT_NOW, ""),
    /** This member never committed in this round. */
    NOT_COMMITTED("award/not-committed", Kind.NOT_NOW, ""),
    /** This member has already revealed in this round. */
    REVEALED_BEFORE("award/revealed-before", Kind.NOT_NOW, ""),
    /** What was revealed is not what was committed. */
    COMMITMENT_DIFFERS("award/commitment-differs", Kind.INVALID, ""),
    /** A choice outside the finalists (R35). */
    OUTSIDE_FINALISTS("award/outside-finalists", Kind.INVALID, "招标投标法 §57；实施条例 §55"),
    /** Another candidate than the first, in a project where state-owned funds control or dominate. */
    NOT_THE_FIRST("award/not-the-first", Kind.INVALID, "招标投标法实施条例 §55"),
    /** A candidate is passed over whose turn it is not. */
    NOT_ITS_TURN("award/not-its-turn", Kind.INVALID, "招标投标法实施条例 §55"),
    /** A ballot without a reason. */
    REASON_MISSING("award/reason-missing", Kind.INVALID, ""),
    /** The time for ballots has not ended, or too few have voted. */
    BALLOTS_OPEN("award/ballots-open", Kind.NOT_NOW, ""),
    /** A note that is not sealed to the set of this session, or is malformed. */
    BAD_NOTE("award/bad-note", Kind.INVALID, ""),
    /** A statement that is malformed, badly signed, or says something else than asked. */
    BAD_STATEMENT("award/bad-statement", Kind.INVALID, "电子签名法 §13"),
    /** A statement made without knowing the tender's chain. */
    STALE_SEEN("award/stale-seen", Kind.NOT_NOW, "");

    private final String code;
    private final Kind kind;
    private final String law;

    AwardRefusal(String code, Kind kind, String law) {
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
