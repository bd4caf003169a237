package cn.qifeng.evaluation.information.domain;

import java.time.Instant;

/**
 * The signed answer of procuring entity or agency (信息答复).
 *
 * @param at legal time at which it came in
 * @param statement the signed statement, canonical JSON
 */
public record InformationAnswer(String text, Instant at, String statement) {

    /** Most letters of an answer. */
    public static final int TEXT_MAX = 3000;

    public InformationAnswer {
        if (text == null || text.isBlank() || text.length() > TEXT_MAX) {
            throw InformationRefusal.ANSWER_INCOMPLETE.at("text", text, "1.." + TEXT_MAX + " letters");
        }
    }
}
