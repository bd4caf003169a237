package cn.qifeng.kit.access;

import cn.qifeng.kernel.Kind;
import cn.qifeng.kernel.RefusalCode;

/** Why a caller may not do what it asks. */
public enum AccessRefusal implements RefusalCode {

    /** None of the caller's roles is among those that the act asks for. */
    ROLE_REQUIRED("access/role-required"),

    /** The role is right, but the thing belongs to somebody else. */
    NOT_YOURS("access/not-yours"),

    /** The act asks for a login by certificate. */
    CERTIFICATE_REQUIRED("access/certificate-required"),

    /** The caller acts for no organisation. */
    PARTY_REQUIRED("access/party-required"),

    /** The account was opened elsewhere since, or the session ended; log in again. */
    SESSION_ENDED("access/session-ended"),

    /** A service's name or secret is wrong. */
    UNKNOWN_SERVICE("access/unknown-service");

    private final String code;

    AccessRefusal(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public Kind kind() {
        return Kind.NOT_ALLOWED;
    }
}
