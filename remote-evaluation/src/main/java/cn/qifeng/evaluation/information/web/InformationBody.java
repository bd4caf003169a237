package cn.qifeng.evaluation.information.web;

import cn.qifeng.evaluation.clarification.domain.GateDecision;
import cn.qifeng.evaluation.information.domain.InformationAnswer;
import cn.qifeng.evaluation.information.domain.InformationRequest;
import java.time.Instant;
import java.util.Optional;

/**
 * A question to the procuring entity as members, supervisor and those asked see it. Who asked is told to the panel and to
 * the supervisor by the session code, and to those asked not at all; what was withheld is told to the panel by its state.
 *
 * @param mine whether the reader asked it
 * @param names whether the answer names a bidder, which the supervisor is told before it decides
 */
record InformationBody(
        int number,
        String label,
        boolean mine,
        String place,
        String question,
        int minutes,
        String state,
        String stopReason,
        Instant releasedAt,
        Instant deadline,
        String answer,
        Instant answeredAt,
        boolean names,
        String withheldFor,
        Instant deliveredAt) {

    /** As a member sees it: the answer once it was delivered, and no word of one that was withheld. */
    static InformationBody forMember(InformationRequest one, String member) {
        var shown = one.shown();
        return of(one, one.label(), one.member().equals(member), shown, false, Optional.empty());
    }

    /** As the supervisor sees it: everything. */
    static InformationBody forSupervisor(InformationRequest one, boolean names) {
        return of(one, one.label(), false, one.answer(), names, reason(one.passage()));
    }

    /** As procuring entity and agency see it: without who asked, with their own words and why they were withheld. */
    static InformationBody forHost(InformationRequest one) {
        return of(one, null, false, one.answer(), false, reason(one.passage()));
    }

    private static InformationBody of(
            InformationRequest one,
            String label,
            boolean mine,
            Optional<InformationAnswer> answer,
            boolean names,
            Optional<String> withheldFor) {
        var question = one.question();
        return new InformationBody(
                one.number(),
                label,
                mine,
                question.place(),
                question.text(),
                question.minutes(),
                one.state().name(),
                reason(one.gate()).orElse(null),
                one.deadline().flatMap(it -> one.gate().map(GateDecision::at)).orElse(null),
                one.deadline().orElse(null),
                answer.map(InformationAnswer::text).orElse(null),
                answer.map(InformationAnswer::at).orElse(null),
                names,
                withheldFor.orElse(null),
                one.shown().flatMap(it -> one.passage().map(GateDecision::at)).orElse(null));
    }

    private static Optional<String> reason(Optional<GateDecision> decision) {
        return decision.map(GateDecision::reason).filter(it -> !it.isEmpty());
    }
}
