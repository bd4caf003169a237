package cn.qifeng.trading.succession.domain;

import cn.qifeng.kernel.Facts;
import cn.qifeng.kernel.Kind;
import cn.qifeng.kernel.RefusalCode;
import cn.qifeng.kernel.Refused;

/** Why a key set of a published lot is not replaced, or a key not declared lost (密钥组更替拒绝). */
public enum SuccessionRefusal implements RefusalCode {
    /** Too near to the bid deadline: nobody could seal again in time. */
    TOO_LATE("succession/too-late", Kind.NOT_NOW, "电子招标投标办法 §27"),
    /** A replacement is signed already and not in force yet. */
    ONE_WAITS("succession/one-waits", Kind.NOT_NOW, ""),
    /** No ceremony was held for a new set. */
    NO_NEW_SET("succession/no-new-set", Kind.NOT_NOW, ""),
    /** So many keys of a former set are declared lost that bids sealed to it could not be opened: the deadline moves. */
    FORMER_SET_CANNOT_OPEN("succession/former-set-cannot-open", Kind.INVALID, "招标投标法 §36"),
    /** Every bid can still be opened: there is no ground to move the deadline. */
    DEADLINE_STAYS("succession/deadline-stays", Kind.INVALID, "招标投标法 §23"),
    /** The signer has no key in the set that the declaration names. */
    NOT_A_MEMBER("succession/not-a-member", Kind.NOT_ALLOWED, ""),
    /** This key was declared lost before. */
    DECLARED("succession/declared", Kind.NOT_NOW, ""),
    /** A signed document does not say what it should. */
    STATEMENT("succession/statement", Kind.INVALID, "电子签名法 §13");

    private final String code;
    private final Kind kind;
    private final String law;

    SuccessionRefusal(String code, Kind kind, String law) {
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

    /** The refusal about one field. */
    public Refused at(String field, Object seen, Object expected) {
        return new Refused(this, Facts.field(field, seen, expected));
    }
}
