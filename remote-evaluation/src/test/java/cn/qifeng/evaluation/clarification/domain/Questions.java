package cn.qifeng.evaluation.clarification.domain;

import cn.qifeng.kernel.Fen;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Questions of tests about bid {@code b1}, in a panel of five. */
public final class Questions {

    static final Instant RELEASED = Instant.parse("2026-12-01T02:00:00Z");
    static final int MINUTES = 30;

    private Questions() {}

    public static Question of(ClarificationKind kind) {
        var correction = kind == ClarificationKind.ARITHMETIC
                ? Optional.of(ArithmeticCorrection.ofWords("壹佰万元整", new Fen(101_000_000)))
                : Optional.<ArithmeticCorrection>empty();
        return new Question("b1", kind, "投标函第2页", "请说明两处工期以哪一处为准", MINUTES, correction);
    }

    static Clarification proposed(ClarificationKind kind) {
        return Clarification.proposed(1, of(kind), "ab", "m0", "{}", 5);
    }

    static Clarification atGate(ClarificationKind kind) {
        return proposed(kind).voted(forIt("m1")).voted(forIt("m2"));
    }

    public static Clarification released(ClarificationKind kind) {
        return atGate(kind).released(RELEASED, "{}");
    }

    /** Answered one minute later; a correction is confirmed or not. */
    public static Clarification answered(ClarificationKind kind, boolean confirms) {
        return released(kind).answered(answer(kind, confirms, RELEASED.plusSeconds(60)));
    }

    static Answer answer(ClarificationKind kind, boolean confirms, Instant at) {
        var word = kind == ClarificationKind.ARITHMETIC ? Optional.of(confirms) : Optional.<Boolean>empty();
        return new Answer(word, "以投标函为准", List.of(), at, "{}");
    }

    /** Three of five find the same. */
    public static Clarification found(Clarification answered, Finding finding) {
        var result = answered;
        for (int i = 0; i < 3; i++) {
            result = result.found(new FindingVote("m" + i, finding, "意见", "{}"));
        }
        return result;
    }

    public static Clarification lapsed(ClarificationKind kind) {
        return released(kind).lapsed(RELEASED.plusSeconds(60L * MINUTES).plusMillis(1));
    }

    static QuestionVote forIt(String member) {
        return new QuestionVote(member, true, "", "{}");
    }

    static QuestionVote against(String member) {
        return new QuestionVote(member, false, "投标文件已写明", "{}");
    }
}
