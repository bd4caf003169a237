package cn.qifeng.cli.score;

import cn.qifeng.kernel.Facts;
import cn.qifeng.kernel.Kind;
import cn.qifeng.kernel.RefusalCode;
import cn.qifeng.kernel.Refused;

/** Why prices are not scored (报价计算拒绝). */
public enum ScoreRefusal implements RefusalCode {

    /** The file is not JSON, or not one object. */
    UNREADABLE("score/unreadable"),
    /** No such price method. */
    METHOD_UNKNOWN("score/method-unknown"),
    /** The method needs a field that is not there. */
    FIELD_MISSING("score/field-missing"),
    /** A field that means nothing here, such as one with a wrong letter. */
    FIELD_UNKNOWN("score/field-unknown"),
    /** Not a number, not an amount in yuan with at most two decimals, or out of range. */
    FIELD_WRONG("score/field-wrong"),
    /** One bidder stands twice. */
    BIDDER_TWICE("score/bidder-twice"),
    /** No price is left that the method could count. */
    NO_PRICE("score/no-price");

    private final String code;

    ScoreRefusal(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public Kind kind() {
        return Kind.INVALID;
    }

    /** A refusal that names the place in the file, what stood there, and what should have. */
    public Refused at(String field, Object seen, Object expected) {
        return new Refused(this, Facts.field(field, seen, expected));
    }
}
