package cn.qifeng.trading.contract.domain;

import cn.qifeng.kernel.Kind;
import cn.qifeng.kernel.RefusalCode;

/** Why a contract (合同) is not recorded. */
public enum ContractRefusal implements RefusalCode {
    /** No contract of this lot, or not one that the caller may see. */
    NOT_FOUND("contract/not-found", Kind.NOT_FOUND, ""),
    /** The award notice is not issued. */
    NOT_AWARDED("contract/not-awarded", Kind.NOT_NOW, "招标投标法 §46"),
    /** Price or duration differ from bid and tender document (R36). */
    TERMS_DIFFER("contract/terms-differ", Kind.INVALID, "招标投标法 §46；实施条例 §57"),
    /** The day of signature is before the award notice, or in the future. */
    SIGNED_ON("contract/signed-on", Kind.INVALID, "招标投标法 §46"),
    /** No number, or too long a one. */
    NUMBER("contract/number", Kind.INVALID, ""),
    /** The second party signed something else than the first. */
    PARTIES_DIFFER("contract/parties-differ", Kind.INVALID, "电子招标投标办法 §36"),
    /** The procuring entity has not signed yet. */
    NOT_OFFERED("contract/not-offered", Kind.NOT_NOW, ""),
    /** Bonds are said to be released of which the chain knows nothing yet. */
    BONDS_MISSING("contract/bonds-missing", Kind.NOT_NOW, ""),
    /** This party has signed. */
    SIGNED_BEFORE("contract/signed-before", Kind.NOT_NOW, ""),
    /** Neither the procuring entity nor the winner. */
    NOT_A_PARTY("contract/not-a-party", Kind.NOT_ALLOWED, "招标投标法 §46"),
    /** A statement that is malformed, badly signed, or made on another chain. */
    BAD_STATEMENT("contract/bad-statement", Kind.INVALID, "电子签名法 §13");

    private final String code;
    private final Kind kind;
    private final String law;

    ContractRefusal(String code, Kind kind, String law) {
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
