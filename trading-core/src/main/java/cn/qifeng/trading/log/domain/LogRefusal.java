package cn.qifeng.trading.log.domain;

import cn.qifeng.kernel.Kind;
import cn.qifeng.kernel.RefusalCode;

/** Why the evidence log does not record, publish or prove (存证日志拒绝). */
public enum LogRefusal implements RefusalCode {
    /** A statement was signed over an entry that is not in the tender's chain: its signer was shown another history. */
    STALE_CHAIN("log/stale-chain", Kind.NOT_NOW),
    /** No content with this hash is in a published head. */
    NOT_PUBLISHED("log/not-published", Kind.NOT_FOUND),
    /** The tender has no chain. */
    NO_SUCH_CHAIN("log/no-such-chain", Kind.NOT_FOUND),
    /** The log has no trust file yet: not all witnesses have answered. */
    NOT_STARTED("log/not-started", Kind.NOT_NOW),
    /** Fewer witnesses than the threshold signed the head. */
    TOO_FEW_WITNESSES("log/too-few-witnesses", Kind.NOT_NOW),
    /** An entry of another service cannot be read. */
    BAD_ENTRY("log/bad-entry", Kind.INVALID),
    /** What is stored of the tree is not what was signed; no head is signed over it. */
    TREE_DIFFERS("log/tree-differs", Kind.NOT_NOW),
    /** An outside time-stamp authority gives no answer. */
    AUTHORITY_SILENT("log/authority-silent", Kind.NOT_NOW),
    /** What an outside time-stamp authority answered does not hold: nonce, imprint, key, period or time. */
    AUTHORITY_FALSE("log/authority-false", Kind.INVALID),
    /** The same id was used for another entry. */
    ID_REUSED("log/id-reused", Kind.INVALID);

    private final String code;
    private final Kind kind;

    LogRefusal(String code, Kind kind) {
        this.code = code;
        this.kind = kind;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
