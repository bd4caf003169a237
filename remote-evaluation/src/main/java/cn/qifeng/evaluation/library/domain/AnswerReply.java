package cn.qifeng.evaluation.library.domain;

import cn.qifeng.kernel.Facts;
import cn.qifeng.trust.json.Fields;
import cn.qifeng.trust.sign.Statement;
import java.time.Instant;
import java.util.UUID;

/**
 * What a called expert answered, as the library signs it (专家答复).
 *
 * @param at when it answered, or when the library gave up
 * @param reason why it declined; may be empty
 */
public record AnswerReply(UUID request, String code, Answer answer, Instant at, String reason, Statement statement) {

    /** {@code type} of the doc. */
    public static final String TYPE = "expert-library-answer";

    /** What came of a call. */
    public enum Answer {
        /** Will come. */
        ACCEPTED,
        /** Will not come. */
        DECLINED,
        /** Said nothing in time. */
        NO_ANSWER
    }

    /** Reads a reply and demands that it is about this call, and in its time; says nothing about the signature. */
    public static AnswerReply of(Statement statement, CallRequest call) {
        var doc = Fields.of(statement.doc())
                .type(TYPE)
                .exactly("type", "v", "library", "request", "code", "answerBy", "answer", "at", "reason");
        var reply = new AnswerReply(
                doc.uuid("request"),
                doc.text("code"),
                answer(doc.text("answer")),
                doc.moment("at"),
                doc.get("reason").asText(),
                statement);
        if (!reply.request.equals(call.request())) {
            throw LibraryRefusal.OTHER_REQUEST.with(
                    Facts.field("request", reply.request, call.request()).map());
        }
        if (!reply.code.equals(call.code())) {
            throw LibraryRefusal.NOT_CALLED.with(
                    Facts.field("code", reply.code, call.code()).map());
        }
        boolean late = !reply.at.isBefore(call.answerBy());
        if (!doc.moment("answerBy").equals(call.answerBy()) || late != (reply.answer == Answer.NO_ANSWER)) {
            throw LibraryRefusal.WRONG_TIME.with(Facts.field("at", reply.at, reply.answer + " by " + call.answerBy())
                    .map());
        }
        return reply;
    }

    private static Answer answer(String text) {
        for (var known : Answer.values()) {
            if (known.name().equals(text)) {
                return known;
            }
        }
        throw LibraryRefusal.BAD_REPLY.with(
                Facts.field("answer", text, "ACCEPTED, DECLINED or NO_ANSWER").map());
    }
}
