package cn.qifeng.evaluation.clarification.domain;

import cn.qifeng.kernel.Kind;
import cn.qifeng.kernel.RefusalCode;

/** Why a question, a vote, an answer or a finding cannot be taken (澄清). */
public enum ClarificationRefusal implements RefusalCode {

    /** There is no such clarification, or the caller may not know of it. */
    NO_SUCH_CLARIFICATION("clarification/not-found", Kind.NOT_FOUND, ""),

    /** A question needs a bid of the session, a kind, a place in the bid and a text. */
    QUESTION_INCOMPLETE("clarification/question-incomplete", Kind.INVALID, "实施条例 §52"),

    /** The time to answer is outside of the bounds. */
    MINUTES_OUT_OF_RANGE("clarification/minutes-out-of-range", Kind.INVALID, "实施条例 §52"),

    /** A correction belongs to a question of kind {@code ARITHMETIC}, and to no other. */
    CORRECTION_FOREIGN("clarification/correction-foreign", Kind.INVALID, "12号令 §19"),

    /** A quantity, a unit price or an amount cannot be read. */
    BAD_AMOUNT("clarification/bad-amount", Kind.INVALID, "12号令 §19"),

    /** Words and figures, or unit price times quantity and total, agree. */
    NOTHING_TO_CORRECT("clarification/nothing-to-correct", Kind.INVALID, "12号令 §19"),

    /** A correction of this bid is open, or binds already. */
    CORRECTION_STANDS("clarification/correction-stands", Kind.NOT_NOW, "12号令 §19"),

    /** Prices are shut in the preliminary review: nobody is asked about one. */
    PRICE_SHUT("clarification/price-shut", Kind.NOT_NOW, "实施条例 §49"),

    /** The state of the clarification does not allow it. */
    WRONG_STATE("clarification/wrong-state", Kind.NOT_NOW, ""),

    /** The member voted already. */
    VOTED_ALREADY("clarification/voted-already", Kind.NOT_NOW, ""),

    /** A reason has to be given in writing. */
    REASON_NEEDED("clarification/reason-needed", Kind.INVALID, "招标投标法 §39"),

    /** Neither {@code FOR} nor {@code AGAINST}, or no finding that exists. */
    UNKNOWN_VOTE("clarification/unknown-vote", Kind.INVALID, ""),

    /** The panel did not ask; whatever a bidder adds by itself is not taken. */
    NOT_ASKED("clarification/not-asked", Kind.NOT_NOW, "实施条例 §52"),

    /** The deadline of the answer is over. */
    TOO_LATE("clarification/too-late", Kind.NOT_NOW, "12号令 §22"),

    /** An answer is a text, and to a correction whether it is confirmed. */
    ANSWER_INCOMPLETE("clarification/answer-incomplete", Kind.INVALID, "实施条例 §52"),

    /** The answer names a file that was not handed in. */
    NO_SUCH_FILE("clarification/no-such-file", Kind.NOT_FOUND, ""),

    /** A file is empty or too large, or there are too many. */
    FILE_REFUSED("clarification/file-refused", Kind.INVALID, "");

    private final String code;
    private final Kind kind;
    private final String law;

    ClarificationRefusal(String code, Kind kind, String law) {
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
