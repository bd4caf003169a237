package cn.qifeng.trust;

import cn.qifeng.kernel.Facts;
import cn.qifeng.kernel.Kind;
import cn.qifeng.kernel.RefusalCode;
import cn.qifeng.kernel.Refused;

/** Why bytes from outside are not accepted by the trust layer (可信层拒绝). */
public enum TrustRefusal implements RefusalCode {

    /** Bytes that are not their own canonical JSON (docs/evidence.md section 1). */
    NOT_CANONICAL("trust/not-canonical"),
    /** A field of a signed document is missing or has another shape. */
    BAD_FIELD("trust/bad-field"),
    /** Text that is not lower-case hexadecimal or base64 of the wanted length. */
    BAD_BYTES("trust/bad-bytes"),
    /** A signature outside the QS1 profile, or one that does not verify (电子签名法 art 13). */
    BAD_SIGNATURE("trust/bad-signature"),
    /** Not a certificate of the profile, or not chained to the roots at that time (电子签名法 art 21). */
    BAD_CERTIFICATE("trust/bad-certificate"),
    /** A key file that is malformed or does not open with this password. */
    BAD_KEY_FILE("trust/bad-key-file"),
    /** Not a point or scalar of SM2. */
    BAD_KEY("trust/bad-key"),
    /** A wrap that does not open with this key, or was made for another place. */
    BAD_WRAP("trust/bad-wrap"),
    /** Ciphertext whose tag does not verify. */
    FORGED("trust/forged"),
    /** A key set whose signatures or numbers do not hold. */
    BAD_KEY_SET("trust/bad-key-set"),
    /** One side of a key set could open alone, or could block the opening. */
    ONE_SIDE_CONTROLS("trust/one-side-controls"),
    /** A sealed note that differs from the rebuilt one, or does not open. */
    BAD_NOTE("trust/bad-note"),
    /** Fewer good shares than the threshold. */
    TOO_FEW_SHARES("trust/too-few-shares"),
    /** A time stamp outside the profile, or over something else. */
    BAD_STAMP("trust/bad-stamp"),
    /** An electronic seal or a signature with it outside GB/T 38540, or one that does not verify. */
    BAD_SEAL("trust/bad-seal"),
    /** A trust file whose signatures or numbers do not hold. */
    BAD_TRUST_FILE("trust/bad-trust-file"),
    /** A draw whose numbers do not hold. */
    BAD_DRAW("trust/bad-draw"),
    /** A password shorter or longer than allowed. */
    BAD_PASSWORD("trust/bad-password");

    private final String code;

    TrustRefusal(String code) {
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

    /** A refusal that names the place, what stood there, and what should have. */
    public Refused at(String field, Object seen, Object expected) {
        return new Refused(this, Facts.field(field, seen, expected));
    }
}
