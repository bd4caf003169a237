package cn.qifeng.cli.proof;

import cn.qifeng.kernel.Facts;
import cn.qifeng.kernel.Kind;
import cn.qifeng.kernel.RefusalCode;
import cn.qifeng.kernel.Refused;

/** Why something that the platform is said to have signed is not believed. */
public enum ProofRefusal implements RefusalCode {

    /** Signed by a key that the trust file does not name, or not for this time. */
    FOREIGN_SIGNER("trust/foreign-signer"),
    /** A head of another log, or another shape. */
    BAD_HEAD("trust/bad-head"),
    /** Fewer witnesses than the trust file demands: integrated, but not published. */
    TOO_FEW_WITNESSES("trust/too-few-witnesses"),
    /** The proof does not lead from the content to the head. */
    NOT_IN_THE_LOG("trust/not-in-the-log"),
    /** A receipt of another shape, or for something else. */
    BAD_RECEIPT("trust/bad-receipt");

    private final String code;

    ProofRefusal(String code) {
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

    Refused at(String field, Object seen, Object expected) {
        return new Refused(this, Facts.field(field, seen, expected));
    }
}
