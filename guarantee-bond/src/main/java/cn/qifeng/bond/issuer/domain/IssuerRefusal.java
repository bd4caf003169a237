package cn.qifeng.bond.issuer.domain;

import cn.qifeng.kernel.Kind;
import cn.qifeng.kernel.RefusalCode;

/** Why the sandbox issuer does not take a request (出函机构拒绝). */
public enum IssuerRefusal implements RefusalCode {
    /** This platform is not a sandbox. */
    NO_SANDBOX("issuer/no-sandbox", Kind.NOT_FOUND),
    /** The request is not signed by the platform that the issuer has a contract with. */
    UNKNOWN_PLATFORM("issuer/unknown-platform", Kind.NOT_ALLOWED),
    /** A transaction code that it does not serve. */
    UNKNOWN_TRANSACTION("issuer/unknown-transaction", Kind.INVALID),
    /** The application names another application than the message. */
    BAD_APPLICATION("issuer/bad-application", Kind.INVALID);

    private final String code;
    private final Kind kind;

    IssuerRefusal(String code, Kind kind) {
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
