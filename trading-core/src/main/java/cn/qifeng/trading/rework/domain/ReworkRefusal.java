package cn.qifeng.trading.rework.domain;

import cn.qifeng.kernel.Kind;
import cn.qifeng.kernel.RefusalCode;

/** Why a re-review (复评) cannot be asked for or decided. */
public enum ReworkRefusal implements RefusalCode {

    /** No request of this lot waits for a decision. */
    NOT_FOUND("rework/not-found", Kind.NOT_FOUND, ""),

    /** The request is in another state. */
    WRONG_STATE("rework/wrong-state", Kind.NOT_NOW, ""),

    /** One re-review of the lot waits or runs already. */
    ONE_AT_A_TIME("rework/one-at-a-time", Kind.NOT_NOW, ""),

    /** No such ground opens a signed report. */
    NO_GROUND("rework/no-ground", Kind.INVALID, "财政部令第87号 §64；招标投标法实施条例 §54、§71"),

    /** No item of a bid is named. */
    NO_PLACE("rework/no-place", Kind.INVALID, "招标投标法实施条例 §49"),

    /** A bid that was not evaluated, or an item that the criteria do not have. */
    UNKNOWN_PLACE("rework/unknown-place", Kind.INVALID, "招标投标法实施条例 §49"),

    /** A reason or evidence is missing, or too long. */
    TEXT_NEEDED("rework/text-needed", Kind.INVALID, "招标投标法实施条例 §60"),

    /** Who decides is of the tenderer's side, a bidder, or a member of the panel. */
    INTERESTED("rework/interested", Kind.NOT_ALLOWED, "招标投标法实施条例 §46"),

    /** What was signed is not what was to be signed. */
    STATEMENT("rework/statement", Kind.INVALID, "电子签名法 §13");

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
