package cn.qifeng.evaluation.panel.domain;

import cn.qifeng.kernel.Kind;
import cn.qifeng.kernel.RefusalCode;

/** Why something cannot happen in a session or its panel (评标委员会). */
public enum PanelRefusal implements RefusalCode {

    /** There is no such session, or the caller may not know of it. */
    NO_SUCH_SESSION("panel/not-found", Kind.NOT_FOUND, "招标投标法 §37"),

    /** The panel is even or smaller than five. */
    PANEL_SIZE("panel/size", Kind.INVALID, "招标投标法 §37"),

    /** Experts are fewer than two thirds. */
    TOO_FEW_EXPERTS("panel/too-few-experts", Kind.INVALID, "招标投标法 §37"),

    /** More ranked candidates than three. */
    TOO_MANY_CANDIDATES("panel/too-many-candidates", Kind.INVALID, "实施条例 §53"),

    /** The order of a session contradicts itself. */
    BAD_ORDER("panel/bad-order", Kind.INVALID, ""),

    /** The stage of the session does not allow it. */
    WRONG_STAGE("panel/wrong-stage", Kind.NOT_NOW, ""),

    /** The state of the seat does not allow it. */
    WRONG_SEAT_STATE("panel/wrong-seat-state", Kind.NOT_NOW, ""),

    /** The caller holds no seat on this panel. */
    NOT_A_MEMBER("panel/not-a-member", Kind.NOT_ALLOWED, "招标投标法 §37"),

    /** Checking in needs a log in with the certificate that the draw knows. */
    WRONG_CERTIFICATE("panel/wrong-certificate", Kind.NOT_ALLOWED, "电子签名法 §13"),

    /** A reason has to be given in writing. */
    REASON_NEEDED("panel/reason-needed", Kind.INVALID, "实施条例 §48"),

    /** The signed document differs from what was to be signed. */
    STATEMENT_DIFFERS("panel/statement-differs", Kind.INVALID, "电子签名法 §13"),

    /** The signature does not verify, or is by another certificate. */
    BAD_SIGNATURE("panel/bad-signature", Kind.INVALID, "电子签名法 §13"),

    /** One vote each. */
    VOTED_ALREADY("panel/voted-already", Kind.NOT_NOW, "12号令 §9"),

    /** A member's work in one evaluation is appraised once. */
    APPRAISED("panel/appraised", Kind.NOT_NOW, ""),

    /** What is set for a draw does not fit: specialties, regions or place. */
    BAD_PLAN("panel/bad-plan", Kind.INVALID, "实施条例 §46"),

    /** A hall of this kind does not carry so many members. */
    HALL_TOO_SMALL("panel/hall-too-small", Kind.INVALID, ""),

    /** Experts are being drawn or were drawn already; the plan stands. */
    DRAWN_ALREADY("panel/drawn-already", Kind.NOT_NOW, "实施条例 §46"),

    /** Experts are chosen directly only where the widest pool is empty, one choice at a time. */
    NO_DIRECT_CHOICE("panel/no-direct-choice", Kind.NOT_NOW, "实施条例 §46"),

    /** The experts named cannot be chosen: unknown, tied to a party, asked before, or too many. */
    BAD_CHOICE("panel/bad-choice", Kind.INVALID, "招标投标法 §37"),

    /** Names are sealed until check-in; nobody is there yet whose name this role may see. */
    NAMES_SEALED("panel/names-sealed", Kind.NOT_NOW, "招标投标法 §37"),

    /** The time for an answer is over; the next was called. */
    ANSWERED_LATE("panel/answered-late", Kind.NOT_NOW, "");

    private final String code;
    private final Kind kind;
    private final String law;

    PanelRefusal(String code, Kind kind, String law) {
        this.code = code;
        this.kind = kind;
        this.law = law;
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
