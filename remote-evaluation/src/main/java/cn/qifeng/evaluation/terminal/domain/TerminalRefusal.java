package cn.qifeng.evaluation.terminal.domain;

import cn.qifeng.kernel.Facts;
import cn.qifeng.kernel.Kind;
import cn.qifeng.kernel.RefusalCode;
import cn.qifeng.kernel.Refused;

/** Why a terminal or a member at it is refused (席位终端). */
public enum TerminalRefusal implements RefusalCode {

    /** The activation code is wrong, used, expired or tried too often. */
    CODE("terminal/code", Kind.INVALID, ""),

    /** What was handed in is no public key of a device. */
    KEY("terminal/key", Kind.INVALID, ""),

    /** The device did not sign what it should have. */
    PROOF("terminal/proof", Kind.NOT_ALLOWED, ""),

    /** No seat has this device. */
    NOT_BOUND("terminal/not-bound", Kind.NOT_FOUND, ""),

    /** The evaluation takes place at seats, and this machine is the terminal of none. */
    NO_TERMINAL("terminal/none", Kind.NOT_ALLOWED, "电子招标投标办法 §33"),

    /** This is somebody else's seat. */
    WRONG_SEAT("terminal/wrong-seat", Kind.NOT_ALLOWED, "电子招标投标办法 §33"),

    /** The challenge was used, is somebody else's, or too old. */
    CHALLENGE("terminal/challenge", Kind.NOT_ALLOWED, ""),

    /** The member sits at its seat; whoever comes from elsewhere is not let in. */
    ELSEWHERE("terminal/elsewhere", Kind.NOT_ALLOWED, "电子招标投标办法 §33"),

    /** The nonce of the proof is too old; ask for the next. */
    STALE("terminal/stale", Kind.NOT_NOW, ""),

    /** The terminal's clock is away too far to commit to anything. */
    CLOCK("terminal/clock", Kind.NOT_NOW, ""),

    /** The terminal has given no sign of life for too long. */
    SILENT("terminal/silent", Kind.NOT_NOW, ""),

    /** Stamps that no exchange can have. */
    STAMPS("terminal/stamps", Kind.INVALID, ""),

    /** Something needs a reason in writing. */
    REASON("terminal/reason", Kind.INVALID, ""),

    /** There is no presence at a seat to give signs of. */
    NOT_SEATED("terminal/not-seated", Kind.NOT_NOW, "");

    private final String code;
    private final Kind kind;
    private final String law;

    TerminalRefusal(String code, Kind kind, String law) {
        this.code = code;
        this.kind = kind;
        this.law = law;
    }

    /** Refuses one field. */
    public Refused at(String field, Object seen, Object expected) {
        return with(Facts.field(field, seen, expected).map());
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public String law() {
        return law;
    }
}
