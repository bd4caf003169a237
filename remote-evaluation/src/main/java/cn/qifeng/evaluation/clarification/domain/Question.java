package cn.qifeng.evaluation.clarification.domain;

import cn.qifeng.kernel.Facts;
import java.util.Optional;

/**
 * What the panel asks one bidder (澄清问题).
 *
 * @param place criterion or page that it concerns
 * @param text the question, in words that neither lead nor hint (招标投标法 §39)
 * @param minutes how long the bidder has
 * @param correction the correction that is put to the bidder, exactly in kind {@code ARITHMETIC}
 */
public record Question(
        String bidId,
        ClarificationKind kind,
        String place,
        String text,
        int minutes,
        Optional<ArithmeticCorrection> correction) {

    /** Most letters of a place. */
    public static final int PLACE_MAX = 100;

    /** Most letters of a question. */
    public static final int TEXT_MAX = 2000;

    public Question {
        check("place", place, PLACE_MAX);
        check("question", text, TEXT_MAX);
        if (kind == null) {
            throw ClarificationRefusal.QUESTION_INCOMPLETE.with(
                    Facts.field("kind", null, "AMBIGUITY, OBVIOUS_ERROR, ARITHMETIC or LOW_PRICE")
                            .map());
        }
        if (correction.isPresent() != (kind == ClarificationKind.ARITHMETIC)) {
            throw ClarificationRefusal.CORRECTION_FOREIGN.with(
                    Facts.field("correction", correction.isPresent(), kind == ClarificationKind.ARITHMETIC)
                            .map());
        }
    }

    private static void check(String field, String text, int max) {
        if (text == null || text.isBlank() || text.length() > max) {
            throw ClarificationRefusal.QUESTION_INCOMPLETE.with(
                    Facts.field(field, text, "1.." + max + " letters").map());
        }
    }
}
