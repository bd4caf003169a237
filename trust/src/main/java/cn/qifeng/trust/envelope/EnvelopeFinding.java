package cn.qifeng.trust.envelope;

import cn.qifeng.kernel.Facts;
import cn.qifeng.kernel.Kind;
import cn.qifeng.kernel.RefusalCode;
import cn.qifeng.kernel.Refused;

/** What can be wrong with a bid envelope (投标文件封装), in the order of docs/bid-envelope.md section 6. */
public enum EnvelopeFinding implements RefusalCode {
    /** The bytes are a known plain format (招标投标法实施条例 §36). */
    NOT_ENCRYPTED("not-encrypted", "招标投标法实施条例 §36"),
    /** Not DER, or a size, count or number outside section 2. */
    MALFORMED("malformed", "招标投标法实施条例 §36"),
    /** Not exactly one signer, a wrong algorithm, or the signature does not verify (电子签名法 §13). */
    BAD_SIGNATURE("bad-signature", "电子签名法 §13"),
    /** {@code bidder} is not the id of the signing certificate. */
    FOREIGN_BIDDER("foreign-bidder", ""),
    /** {@code tenderCtx} belongs to another tender or lot. */
    FOREIGN_TENDER("foreign-tender", ""),
    /** {@code docVersion} was never published. */
    UNKNOWN_DOCUMENT("unknown-document", ""),
    /** {@code trusteeSet}, or an id in {@code trustees}, is not of this lot. */
    FOREIGN_TRUSTEES("foreign-trustees", ""),
    /** {@code seq} or {@code prev} does not follow the bidder's former envelope. */
    WRONG_SEQUENCE("wrong-sequence", ""),
    /** Stored frames do not match {@code frameCount}. */
    FRAMES_MISSING("frames-missing", ""),
    /** Stored frames do not match {@code cipherSm3}. */
    FRAMES_DIFFER("frames-differ", ""),
    /** {@code keyCommit} or a {@code fileKeyCommit} does not match the CEK. */
    KEY_COMMITMENT("key-commitment", ""),
    /** A {@code shareCommit} differs from the rebuilt one. */
    SHARE_COMMITMENT("share-commitment", ""),
    /** {@code self} or a trustee's wrap differs from the rebuilt one. */
    WRAP_DIFFERS("wrap-differs", ""),
    /** A frame's tag does not verify. */
    FRAME_FORGED("frame-forged", ""),
    /** Every trustee answered and fewer than k shares are good. */
    TOO_FEW_SHARES("too-few-shares", "");

    private final String code;
    private final String law;

    EnvelopeFinding(String reason, String law) {
        this.code = "envelope/" + reason;
        this.law = law;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public Kind kind() {
        return Kind.INVALID;
    }

    @Override
    public String law() {
        return law;
    }

    /** A refusal that names the place, what stood there, and what should have. */
    public Refused at(String field, Object seen, Object expected) {
        return new Refused(this, Facts.field(field, seen, expected));
    }
}
