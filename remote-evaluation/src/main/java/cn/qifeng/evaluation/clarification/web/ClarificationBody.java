package cn.qifeng.evaluation.clarification.web;

import cn.qifeng.evaluation.clarification.domain.Answer;
import cn.qifeng.evaluation.clarification.domain.AnswerFile;
import cn.qifeng.evaluation.clarification.domain.ArithmeticCorrection;
import cn.qifeng.evaluation.clarification.domain.Clarification;
import cn.qifeng.evaluation.clarification.domain.ClarificationState;
import cn.qifeng.evaluation.clarification.domain.Finding;
import cn.qifeng.evaluation.clarification.domain.FindingVote;
import cn.qifeng.evaluation.clarification.domain.GateDecision;
import cn.qifeng.evaluation.clarification.domain.QuestionVote;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A clarification as members, supervisor and bidder see it. Who proposed it, and who voted how, is told to nobody; counts
 * stand once they decided.
 */
record ClarificationBody(
        int number,
        String bidId,
        String kind,
        String place,
        String question,
        int minutes,
        Correction correction,
        String state,
        int votes,
        int members,
        boolean voted,
        String stopReason,
        Instant releasedAt,
        Instant deadline,
        Reply answer,
        boolean found,
        int findings,
        String finding,
        List<String> dissents) {

    /** The correction that is put to the bidder. */
    record Correction(String words, List<Line> lines, long sungFen, long correctedFen) {

        static Correction of(ArithmeticCorrection correction) {
            return new Correction(
                    correction.words().orElse(null),
                    correction.lines().stream()
                            .map(it -> new Line(
                                    it.written().item(),
                                    it.written().quantity().toPlainString(),
                                    it.written().unitPrice().toPlainString(),
                                    it.written().total().value(),
                                    it.ruling().name(),
                                    it.unitPrice().toPlainString(),
                                    it.total().value()))
                            .toList(),
                    correction.sung().value(),
                    correction.corrected().value());
        }
    }

    /** A corrected line. */
    record Line(
            String item,
            String quantity,
            String unitPrice,
            long totalFen,
            String ruling,
            String correctedUnitPrice,
            long correctedTotalFen) {}

    /** The bidder's answer. */
    record Reply(Boolean confirms, String text, List<AnswerFile> files, Instant at) {

        static Reply of(Answer answer) {
            return new Reply(answer.confirms().orElse(null), answer.text(), answer.files(), answer.at());
        }
    }

    /** As a member sees it. */
    static ClarificationBody forMember(Clarification one, String member) {
        return of(
                one,
                one.votes().stream().anyMatch(it -> it.member().equals(member)),
                one.findings().stream().anyMatch(it -> it.member().equals(member)),
                true);
    }

    /** As the supervisor sees it: with the answer, without the members' words. */
    static ClarificationBody forSupervisor(Clarification one) {
        return of(one, false, false, false);
    }

    /** As the bidder sees it, who learns what was found, but nothing of the votes. */
    static ClarificationBody forBidder(Clarification one) {
        return of(one, false, false, false);
    }

    private static ClarificationBody of(Clarification one, boolean voted, boolean found, boolean panel) {
        var question = one.question();
        return new ClarificationBody(
                one.number(),
                question.bidId(),
                question.kind().name(),
                question.place(),
                question.text(),
                question.minutes(),
                question.correction().map(Correction::of).orElse(null),
                one.state().name(),
                panel ? one.votes().size() : 0,
                one.members(),
                voted,
                one.gate().map(GateDecision::reason).filter(it -> !it.isEmpty()).orElse(null),
                one.deadline().flatMap(it -> one.gate().map(GateDecision::at)).orElse(null),
                one.deadline().orElse(null),
                one.answer().map(Reply::of).orElse(null),
                found,
                panel ? one.findings().size() : 0,
                one.finding().map(Finding::name).orElse(null),
                panel ? dissents(one) : List.of());
    }

    /** What those wrote who were against asking, or did not accept; shown once it is decided. */
    private static List<String> dissents(Clarification one) {
        var words = new ArrayList<String>();
        if (one.state().compareTo(ClarificationState.PROPOSED) > 0) {
            one.votes().stream()
                    .map(QuestionVote::opinion)
                    .filter(it -> !it.isBlank())
                    .forEach(words::add);
        }
        if (one.finding().isPresent()) {
            one.findings().stream()
                    .map(FindingVote::opinion)
                    .filter(it -> !it.isBlank())
                    .forEach(words::add);
        }
        return List.copyOf(words);
    }
}
