package cn.qifeng.evaluation.information.domain;

import cn.qifeng.kernel.Facts;
import cn.qifeng.kernel.Kind;
import cn.qifeng.kernel.RefusalCode;
import cn.qifeng.kernel.Refused;

/** Why a question to the procuring entity, its answer or a decision at the gate cannot be taken (信息征询). */
public enum InformationRefusal implements RefusalCode {

    /** There is no such question, or it did not reach the caller. */
    NO_SUCH_REQUEST("information/not-found", Kind.NOT_FOUND, ""),

    /** A question needs a place in the tender document and a text. */
    QUESTION_INCOMPLETE("information/question-incomplete", Kind.INVALID, "实施条例 §48"),

    /** An answer needs a text. */
    ANSWER_INCOMPLETE("information/answer-incomplete", Kind.INVALID, "实施条例 §48"),

    /** The words name a bidder, or who asks: information for the evaluation needs neither. */
    NAMES_SOMEBODY("information/names-somebody", Kind.INVALID, "实施条例 §48"),

    /** The state of the question does not allow it. */
    WRONG_STATE("information/wrong-state", Kind.NOT_NOW, ""),

    /** Whoever stops a question or withholds an answer says why. */
    REASON_NEEDED("information/reason-needed", Kind.INVALID, "实施条例 §48"),

    /** The deadline of the answer is over. */
    TOO_LATE("information/too-late", Kind.NOT_NOW, "实施条例 §48"),

    /** Who sits on the panel, or was called to it, does not answer it for the procuring entity. */
    ON_THE_PANEL("information/on-the-panel", Kind.NOT_ALLOWED, "实施条例 §48"),

    /** A question is at the gate, waits for its answer, or the answer is at the gate. */
    OUTSTANDING("information/outstanding", Kind.NOT_NOW, "实施条例 §48");

    private final String code;
    private final Kind kind;
    private final String law;

    InformationRefusal(String code, Kind kind, String law) {
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
