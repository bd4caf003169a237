package cn.qifeng.cli.trustee;

import cn.qifeng.kernel.Facts;
import cn.qifeng.kernel.Kind;
import cn.qifeng.kernel.RefusalCode;
import cn.qifeng.kernel.Refused;

/** Why a trustee's client does not act (保管人客户端拒绝). The codes are those of the page. */
public enum TrusteeRefusal implements RefusalCode {

    /** What should be a canary is another wrap: its inside is never shown. */
    NOT_A_CANARY("trustee/not-a-canary"),
    /** The private key is not in this safe. */
    NO_KEY("trustee/no-key"),
    /** The number that was committed to is not in this safe. */
    NO_NONCE("trustee/no-nonce"),
    /** The lot's key set is not the one for which this trustee made its key. */
    FOREIGN_KEY_SET("trustee/foreign-key-set"),
    /** The list is under no witnessed head. */
    LIST_NOT_PUBLISHED("trustee/list-not-published"),
    /** The draw is not the one that was published, or not the one this trustee took part in. */
    FOREIGN_DRAW("trustee/foreign-draw"),
    /** The evidence of list, envelopes and draw does not hold; the first bad object is named. */
    EVIDENCE_BROKEN("trustee/evidence-broken"),
    /** The evidence is of another tender or lot, or of another moment. */
    OTHER_EVIDENCE("trustee/other-evidence"),
    /** The key is still needed: the opening record is not signed and the lot did not fail. */
    KEY_STILL_NEEDED("trustee/key-still-needed");

    private final String code;

    TrusteeRefusal(String code) {
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

    /** A refusal that names the place, what stood there and what should have. */
    Refused at(String field, Object seen, Object expected) {
        return new Refused(this, Facts.field(field, seen, expected));
    }
}
