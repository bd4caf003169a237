package cn.qifeng.trading.draw.domain;

import cn.qifeng.kernel.Kind;
import cn.qifeng.kernel.RefusalCode;

/** Why a step of a draw is refused (抽取拒绝). */
public enum DrawRefusal implements RefusalCode {
    NOT_FOUND("draw/not-found", Kind.NOT_FOUND),
    /** The same id was used for another draw. */
    ID_REUSED("draw/id-reused", Kind.INVALID),
    /** Pool, picks or parties are out of range. */
    BAD_REQUEST("draw/bad-request", Kind.INVALID),
    /** The key set that could open what is missing is not complete. */
    NO_KEY_SET("draw/no-key-set", Kind.INVALID),
    /** The signer is not a party of this draw, or was left out. */
    NOT_A_PARTY("draw/not-a-party", Kind.NOT_ALLOWED),
    /** The signer holds no key of the draw's set. */
    NOT_A_MEMBER("draw/not-a-member", Kind.NOT_ALLOWED),
    /** The draw is at another step, or the head over the step before is not published yet. */
    OTHER_STEP("draw/other-step", Kind.NOT_NOW),
    /** The party has already delivered this step. */
    ALREADY_DELIVERED("draw/already-delivered", Kind.NOT_NOW),
    /** The statement is about another draw or pool. */
    FOREIGN_STATEMENT("draw/foreign-statement", Kind.INVALID),
    /** The note is sealed to another set or context. */
    FOREIGN_NOTE("draw/foreign-note", Kind.INVALID),
    /** The nonce is not the one that was committed to. */
    NONCE_DIFFERS("draw/nonce-differs", Kind.INVALID),
    /** The note is not the one that the nonce gives; the members of the set open what is in it. */
    NOTE_DIFFERS("draw/note-differs", Kind.INVALID),
    /** A share does not agree with its commitment in the note. */
    BAD_SHARE("draw/bad-share", Kind.INVALID);

    private final String code;
    private final Kind kind;

    DrawRefusal(String code, Kind kind) {
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
