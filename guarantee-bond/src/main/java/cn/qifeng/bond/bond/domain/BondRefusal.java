package cn.qifeng.bond.bond.domain;

import cn.qifeng.kernel.Kind;
import cn.qifeng.kernel.RefusalCode;

/** Why an act on a bond (保函) is refused. */
public enum BondRefusal implements RefusalCode {
    /** No such bond, or not one that the caller may know of. */
    NOT_FOUND("bond/not-found", Kind.NOT_FOUND, ""),
    /** No published tender has this lot. */
    UNKNOWN_LOT("bond/unknown-lot", Kind.NOT_FOUND, ""),
    /** The deadline of the lot is over. */
    AFTER_DEADLINE("bond/after-deadline", Kind.NOT_NOW, "招标投标法实施条例 §26"),
    /** The tender document does not accept bonds, or asks for no security. */
    FORM_NOT_ACCEPTED("bond/form-not-accepted", Kind.INVALID, "招标投标法实施条例 §26"),
    /** The bidder has a bond, or an application under way, for this lot. */
    APPLIED_BEFORE("bond/applied-before", Kind.NOT_NOW, ""),
    /** The issuer has not answered yet, or declined. */
    NOT_ISSUED("bond/not-issued", Kind.NOT_NOW, ""),
    /** The bond is in another state. */
    WRONG_STATE("bond/wrong-state", Kind.NOT_NOW, ""),
    /** What the issuer sent is not a signed answer to this application. */
    BAD_ANSWER("bond/bad-answer", Kind.INVALID, "电子签名法 §13"),
    /** A call back that the issuer did not sign. */
    BAD_CALLBACK("bond/bad-callback", Kind.INVALID, "电子签名法 §13"),
    /** The lot is not opened: who bought a bond is a secret (招标投标法 §22). */
    NOT_OPENED("bond/not-opened", Kind.NOT_FOUND, "招标投标法 §22"),
    /** The caller has no part in this tender. */
    NOT_YOURS("bond/not-yours", Kind.NOT_ALLOWED, "");

    private final String code;
    private final Kind kind;
    private final String law;

    BondRefusal(String code, Kind kind, String law) {
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
