package cn.qifeng.evaluation.information.domain;

import static cn.qifeng.evaluation.information.domain.InformationState.ANSWERED;
import static cn.qifeng.evaluation.information.domain.InformationState.AT_GATE;
import static cn.qifeng.evaluation.information.domain.InformationState.DELIVERED;
import static cn.qifeng.evaluation.information.domain.InformationState.LAPSED;
import static cn.qifeng.evaluation.information.domain.InformationState.RELEASED;
import static cn.qifeng.evaluation.information.domain.InformationState.STOPPED;
import static cn.qifeng.evaluation.information.domain.InformationState.WITHHELD;

import cn.qifeng.evaluation.clarification.domain.AnswerTime;
import cn.qifeng.evaluation.clarification.domain.GateDecision;
import java.time.Instant;
import java.util.Optional;

/**
 * A question of a member to procuring entity and agency (信息征询), who have to give the panel the information that the
 * evaluation needs, and must neither state nor hint at a preference (实施条例 §48). The supervisor lets the question through
 * before it reaches them, and their answer before it reaches the panel.
 *
 * @param number number in the session, from 1
 * @param request SM3 of the canonical doc of the signed question, hex; what follows names it
 * @param member certificate id of who asked
 * @param label session code of who asked
 * @param statement the signed question, canonical JSON
 * @param gate what the supervisor decided over the question
 * @param passage what the supervisor decided over the answer
 */
public record InformationRequest(
        int number,
        InformationQuestion question,
        String request,
        String member,
        String label,
        String statement,
        InformationState state,
        Optional<GateDecision> gate,
        Optional<InformationAnswer> answer,
        Optional<GateDecision> passage) {

    /** A member asks; the question goes to the gate. */
    public static InformationRequest asked(
            int number, InformationQuestion question, String request, String member, String label, String statement) {
        return new InformationRequest(
                number,
                question,
                request,
                member,
                label,
                statement,
                AT_GATE,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** The supervisor lets the question through; the time to answer runs from now. */
    public InformationRequest released(Instant now, String signed) {
        require(AT_GATE);
        var deadline = AnswerTime.deadline(now, question.minutes());
        return moveTo(RELEASED, Optional.of(new GateDecision(now, Optional.of(deadline), "", signed)), answer, passage);
    }

    /** The supervisor stops the question, because it speaks of a bid, for example; a reason is needed. */
    public InformationRequest stopped(Instant now, String reason, String signed) {
        require(AT_GATE);
        requireReason(reason);
        return moveTo(STOPPED, Optional.of(new GateDecision(now, Optional.empty(), reason, signed)), answer, passage);
    }

    /** Refuses unless it reached procuring entity and agency and there is time left. */
    public void requireWaiting(Instant now) {
        boolean over =
                state == LAPSED || state == RELEASED && now.isAfter(deadline().orElseThrow());
        if (over) {
            throw InformationRefusal.TOO_LATE.at(
                    "at", now, "until " + deadline().orElseThrow());
        }
        require(RELEASED);
    }

    /** Procuring entity or agency answers; the answer goes to the gate. */
    public InformationRequest answered(InformationAnswer given) {
        requireWaiting(given.at());
        return moveTo(ANSWERED, gate, Optional.of(given), passage);
    }

    /** Nobody answered in time; refuses while the deadline is not over. */
    public InformationRequest lapsed(Instant now) {
        require(RELEASED);
        var deadline = deadline().orElseThrow();
        if (!now.isAfter(deadline)) {
            throw InformationRefusal.WRONG_STATE.at("at", now, "after " + deadline);
        }
        return moveTo(LAPSED, gate, answer, passage);
    }

    /** The supervisor lets the answer through: every member sees it. */
    public InformationRequest delivered(Instant now, String signed) {
        require(ANSWERED);
        return moveTo(DELIVERED, gate, answer, Optional.of(new GateDecision(now, Optional.empty(), "", signed)));
    }

    /** The supervisor keeps the answer from the panel, because it shows a preference; a reason is needed. */
    public InformationRequest withheld(Instant now, String reason, String signed) {
        require(ANSWERED);
        requireReason(reason);
        return moveTo(WITHHELD, gate, answer, Optional.of(new GateDecision(now, Optional.empty(), reason, signed)));
    }

    /** The last moment at which an answer counts, once it is released. */
    public Optional<Instant> deadline() {
        return gate.flatMap(GateDecision::deadline);
    }

    /** The answer, once the panel may see it. */
    public Optional<InformationAnswer> shown() {
        return state == DELIVERED ? answer : Optional.empty();
    }

    private void require(InformationState expected) {
        if (state != expected) {
            throw InformationRefusal.WRONG_STATE.at("state", state, expected);
        }
    }

    private static void requireReason(String reason) {
        if (reason == null || reason.isBlank()) {
            throw InformationRefusal.REASON_NEEDED.at("reason", reason, "text");
        }
    }

    private InformationRequest moveTo(
            InformationState next,
            Optional<GateDecision> decided,
            Optional<InformationAnswer> given,
            Optional<GateDecision> passed) {
        if (!state.leadsTo(next)) {
            throw new IllegalStateException(state + " does not lead to " + next);
        }
        return new InformationRequest(
                number, question, request, member, label, statement, next, decided, given, passed);
    }
}
