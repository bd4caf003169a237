package cn.qifeng.evaluation.clarification.domain;

import static cn.qifeng.evaluation.clarification.domain.ClarificationState.ANSWERED;
import static cn.qifeng.evaluation.clarification.domain.ClarificationState.AT_GATE;
import static cn.qifeng.evaluation.clarification.domain.ClarificationState.CONCLUDED;
import static cn.qifeng.evaluation.clarification.domain.ClarificationState.DROPPED;
import static cn.qifeng.evaluation.clarification.domain.ClarificationState.LAPSED;
import static cn.qifeng.evaluation.clarification.domain.ClarificationState.PROPOSED;
import static cn.qifeng.evaluation.clarification.domain.ClarificationState.RELEASED;
import static cn.qifeng.evaluation.clarification.domain.ClarificationState.STOPPED;

import cn.qifeng.kernel.Facts;
import cn.qifeng.kernel.Fen;
import cn.qifeng.kernel.Refused;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Clarification of a bid (澄清): a question that a majority of the panel asks one bidder, released by the supervisor,
 * answered under signature before a deadline, and found on by the panel (招标投标法 §39, 实施条例 §52, 12号令 §19 to 22).
 *
 * @param number number in the session, from 1
 * @param proposal SM3 of the canonical doc of the signed proposal, hex; what follows names it
 * @param proposalStatement the signed proposal, canonical JSON
 * @param members how many vote
 * @param votes votes on asking, the proposer's first
 * @param gate what the supervisor decided, once it did
 * @param answer the answer, once it is there
 * @param findings findings on the answer, one by one
 */
public record Clarification(
        int number,
        Question question,
        String proposal,
        String proposalStatement,
        ClarificationState state,
        int members,
        List<QuestionVote> votes,
        Optional<GateDecision> gate,
        Optional<Answer> answer,
        List<FindingVote> findings) {

    public Clarification {
        votes = List.copyOf(votes);
        findings = List.copyOf(findings);
    }

    /** A member proposes a question; the proposal is its vote. */
    public static Clarification proposed(
            int number, Question question, String proposal, String member, String statement, int members) {
        return new Clarification(
                        number,
                        question,
                        proposal,
                        statement,
                        PROPOSED,
                        members,
                        List.of(new QuestionVote(member, true, "", statement)),
                        Optional.empty(),
                        Optional.empty(),
                        List.of())
                .counted();
    }

    /** One more vote on asking; a majority of all members sends it to the gate, and half of them against it drops it. */
    public Clarification voted(QuestionVote vote) {
        require(PROPOSED);
        if (votes.stream().anyMatch(it -> it.member().equals(vote.member()))) {
            throw votedAlready();
        }
        requireReason(vote.inFavour(), "opinion", vote.opinion());
        var all = Stream.concat(votes.stream(), Stream.of(vote)).toList();
        return new Clarification(
                        number, question, proposal, proposalStatement, state, members, all, gate, answer, findings)
                .counted();
    }

    private Clarification counted() {
        int against = (int) votes.stream().filter(it -> !it.inFavour()).count();
        if (2 * (votes.size() - against) > members) {
            return moveTo(AT_GATE, gate, answer, findings);
        }
        return 2 * against >= members ? moveTo(DROPPED, gate, answer, findings) : this;
    }

    /** The supervisor lets it through; the bidder's time runs from now. */
    public Clarification released(Instant now, String statement) {
        require(AT_GATE);
        var deadline = AnswerTime.deadline(now, question.minutes());
        return moveTo(
                RELEASED, Optional.of(new GateDecision(now, Optional.of(deadline), "", statement)), answer, findings);
    }

    /** The supervisor stops it, because it hints or leads, for example; a reason is needed. */
    public Clarification stopped(Instant now, String reason, String statement) {
        require(AT_GATE);
        requireReason(false, "reason", reason);
        return moveTo(
                STOPPED, Optional.of(new GateDecision(now, Optional.empty(), reason, statement)), answer, findings);
    }

    /** Refuses unless this bidder is asked and has time left: nothing else that it says is taken (实施条例 §52). */
    public void requireAsked(Instant now) {
        boolean over =
                state == LAPSED || state == RELEASED && now.isAfter(deadline().orElseThrow());
        if (over) {
            throw ClarificationRefusal.TOO_LATE.with(
                    Facts.field("at", now, "up to " + deadline().orElseThrow()).map());
        }
        if (state != RELEASED) {
            throw ClarificationRefusal.NOT_ASKED.with(
                    Facts.field("state", state, RELEASED).map());
        }
    }

    /** The bidder answers; refuses a late answer, and one that nobody asked for. */
    public Clarification answered(Answer given) {
        requireAsked(given.at());
        boolean correction = question.kind() == ClarificationKind.ARITHMETIC;
        if (given.confirms().isPresent() != correction) {
            throw ClarificationRefusal.ANSWER_INCOMPLETE.with(
                    Facts.field("confirms", given.confirms().orElse(null), correction ? "true or false" : null)
                            .map());
        }
        return moveTo(ANSWERED, gate, Optional.of(given), findings);
    }

    /** Nobody answered in time; refuses while the deadline is not over. */
    public Clarification lapsed(Instant now) {
        require(RELEASED);
        var deadline = deadline().orElseThrow();
        if (!now.isAfter(deadline)) {
            throw ClarificationRefusal.WRONG_STATE.with(
                    Facts.field("at", now, "after " + deadline).map());
        }
        return moveTo(LAPSED, gate, answer, findings);
    }

    /** One more finding on the answer; it is concluded when a majority accepts, or half of the members do not. */
    public Clarification found(FindingVote vote) {
        require(ANSWERED);
        if (findings.stream().anyMatch(it -> it.member().equals(vote.member()))) {
            throw votedAlready();
        }
        requireReason(vote.finding() == Finding.ACCEPTED, "opinion", vote.opinion());
        var all = Stream.concat(findings.stream(), Stream.of(vote)).toList();
        long accepted =
                all.stream().filter(it -> it.finding() == Finding.ACCEPTED).count();
        boolean decided = 2 * accepted > members || 2 * (all.size() - accepted) >= members;
        return decided
                ? moveTo(CONCLUDED, gate, answer, all)
                : new Clarification(
                        number, question, proposal, proposalStatement, state, members, votes, gate, answer, all);
    }

    /** What the panel found, once it is concluded. */
    public Optional<Finding> finding() {
        if (state != CONCLUDED) {
            return Optional.empty();
        }
        long accepted = count(Finding.ACCEPTED);
        if (2 * accepted > members) {
            return Optional.of(Finding.ACCEPTED);
        }
        return Optional.of(
                count(Finding.SUBSTANCE_CHANGED) > count(Finding.NOT_ACCEPTED)
                        ? Finding.SUBSTANCE_CHANGED
                        : Finding.NOT_ACCEPTED);
    }

    private long count(Finding finding) {
        return findings.stream().filter(it -> it.finding() == finding).count();
    }

    /** The last moment at which an answer counts, once it is released. */
    public Optional<Instant> deadline() {
        return gate.flatMap(GateDecision::deadline);
    }

    /** Whether the matter was put to the bidder and stays open: no answer, or none that the panel accepted. */
    public boolean unresolved() {
        return state == LAPSED
                || finding().filter(it -> it != Finding.ACCEPTED).isPresent()
                || state == CONCLUDED && answer.flatMap(Answer::confirms).equals(Optional.of(false));
    }

    /** The corrected price, when the bidder confirmed it and the panel accepted that: it binds. */
    public Optional<Fen> binding() {
        boolean binds = finding().equals(Optional.of(Finding.ACCEPTED))
                && answer.flatMap(Answer::confirms).equals(Optional.of(true));
        return binds ? question.correction().map(ArithmeticCorrection::corrected) : Optional.empty();
    }

    private void require(ClarificationState expected) {
        if (state != expected) {
            throw ClarificationRefusal.WRONG_STATE.with(
                    Facts.field("state", state, expected).map());
        }
    }

    private static void requireReason(boolean agrees, String field, String reason) {
        if (!agrees && (reason == null || reason.isBlank())) {
            throw ClarificationRefusal.REASON_NEEDED.with(
                    Facts.field(field, reason, "text").map());
        }
    }

    private Refused votedAlready() {
        return ClarificationRefusal.VOTED_ALREADY.with(
                Facts.of("clarification", number).map());
    }

    private Clarification moveTo(
            ClarificationState next, Optional<GateDecision> decided, Optional<Answer> given, List<FindingVote> found) {
        if (!state.leadsTo(next)) {
            throw new IllegalStateException(state + " does not lead to " + next);
        }
        return new Clarification(
                number, question, proposal, proposalStatement, next, members, votes, decided, given, found);
    }
}
