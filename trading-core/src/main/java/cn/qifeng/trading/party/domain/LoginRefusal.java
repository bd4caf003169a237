package cn.qifeng.trading.party.domain;

import cn.qifeng.kernel.Kind;
import cn.qifeng.kernel.RefusalCode;

/** Why somebody cannot log in (登录拒绝). One code for every wrong account, password or one-time code, so that none is confirmed. */
public enum LoginRefusal implements RefusalCode {
    WRONG("login/wrong", Kind.NOT_ALLOWED),
    /** Too many failures; the earliest moment of the next try is told (CTS-EBS01 F-18). */
    LOCKED("login/locked", Kind.NOT_NOW),
    /** A challenge that was never given, was used, or is older than two minutes. */
    CHALLENGE_ENDED("login/challenge-ended", Kind.NOT_NOW),
    /** The certificate is bound to nobody. */
    UNKNOWN_CERTIFICATE("login/unknown-certificate", Kind.NOT_ALLOWED),
    /** The right person, who is locked or not yet active. */
    SUSPENDED("login/suspended", Kind.NOT_ALLOWED),
    /** The session has reached its eight hours. */
    SESSION_TOO_OLD("login/session-too-old", Kind.NOT_NOW);

    private final String code;
    private final Kind kind;

    LoginRefusal(String code, Kind kind) {
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
