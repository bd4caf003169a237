package cn.qifeng.trading.keyset.domain;

import cn.qifeng.kernel.Kind;
import cn.qifeng.kernel.RefusalCode;

/** Why a key set does not go on (密钥组拒绝). */
public enum KeySetRefusal implements RefusalCode {
    /** No such set, or the caller is not a member of it. */
    NOT_FOUND("key-set/not-found", Kind.NOT_FOUND),
    /** The same id was used for another set. */
    ID_REUSED("key-set/id-reused", Kind.INVALID),
    /** A person stands twice in one set. */
    MEMBER_TWICE("key-set/member-twice", Kind.INVALID),
    /** The member has already offered a key. */
    ALREADY_OFFERED("key-set/already-offered", Kind.NOT_NOW),
    /** The offer is signed by another certificate than the one of the session. */
    FOREIGN_OFFER("key-set/foreign-offer", Kind.INVALID),
    /** The member has not offered a key yet. */
    NO_OFFER("key-set/no-offer", Kind.NOT_NOW),
    /** The answer to the canary is wrong: the key does not work. */
    WRONG_ANSWER("key-set/wrong-answer", Kind.INVALID),
    /** Not every member has offered a key. */
    NOT_COMPLETE("key-set/not-complete", Kind.NOT_NOW);

    private final String code;
    private final Kind kind;

    KeySetRefusal(String code, Kind kind) {
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
