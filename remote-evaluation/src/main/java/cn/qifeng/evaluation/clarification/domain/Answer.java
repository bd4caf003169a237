package cn.qifeng.evaluation.clarification.domain;

import cn.qifeng.kernel.Facts;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A bidder's signed answer (澄清答复).
 *
 * @param confirms whether the bidder confirms the correction; empty in other kinds
 * @param at legal time at which it came in
 * @param statement the signed statement, canonical JSON
 */
public record Answer(Optional<Boolean> confirms, String text, List<AnswerFile> files, Instant at, String statement) {

    /** Most letters of an answer. */
    public static final int TEXT_MAX = 5000;

    public Answer {
        files = List.copyOf(files);
        if (text == null || text.isBlank() || text.length() > TEXT_MAX) {
            throw ClarificationRefusal.ANSWER_INCOMPLETE.with(
                    Facts.field("text", text, "1.." + TEXT_MAX + " letters").map());
        }
        if (files.size() > AnswerFile.FILES_MAX) {
            throw ClarificationRefusal.FILE_REFUSED.with(
                    Facts.field("files", files.size(), "up to " + AnswerFile.FILES_MAX)
                            .map());
        }
    }
}
