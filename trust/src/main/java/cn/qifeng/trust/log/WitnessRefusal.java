package cn.qifeng.trust.log;

import cn.qifeng.kernel.Facts;
import cn.qifeng.kernel.Kind;
import cn.qifeng.kernel.RefusalCode;
import cn.qifeng.kernel.Refused;

/** Why a witness (见证人) does not sign a head. */
public enum WitnessRefusal implements RefusalCode {
    /** Not signed by a key of the log that this witness knows. */
    FOREIGN_LOG("witness/foreign-log"),
    /** More than five seconds off the witness's own clock. */
    CLOCK("witness/clock"),
    /** Smaller, or legally older, than the last head signed: an old backup. */
    ROLLED_BACK("witness/rolled-back"),
    /** The same size as the last head signed, with another root. */
    FORK("witness/fork"),
    /** The proof does not lead from the last head signed to this one. */
    INCONSISTENT("witness/inconsistent");

    private final String code;

    WitnessRefusal(String code) {
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
