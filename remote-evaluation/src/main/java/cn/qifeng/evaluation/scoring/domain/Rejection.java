package cn.qifeng.evaluation.scoring.domain;

import cn.qifeng.evaluation.panel.domain.BlindSetting.Breach;
import cn.qifeng.kernel.Facts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Proposal to reject a bid (否决建议) with the votes on it. It is decided when every member has voted.
 *
 * @param number number in the session, from 1
 * @param page where in the bid the evidence stands
 * @param basis on what it rests; a proposal from before clarifications rests on a fact
 * @param clarification number of the clarification that came before, where the basis needs one
 * @param compulsory true when a published fact leaves the panel no choice (price above the ceiling): the votes are
 *     taken and dissent is kept, the bid is rejected in any case
 * @param members how many vote
 * @param effect what follows when it is carried: rejection, except where it rests on marks in a blind file and the
 *     tender document says something else
 */
public record Rejection(
        int number,
        String bidId,
        RejectionCode code,
        String reason,
        String page,
        RejectionBasis basis,
        Optional<Integer> clarification,
        boolean compulsory,
        int members,
        List<RejectionVote> votes,
        Breach effect) {

    public Rejection {
        if (code == null || reason == null || reason.isBlank() || page == null || page.isBlank()) {
            throw ScoringRefusal.REJECTION_INCOMPLETE.with(
                    Facts.field("code, reason, page", code + ", " + reason + ", " + page, "RJ1..RJ7, text, text")
                            .map());
        }
        basis = basis == null ? RejectionBasis.FACT : basis;
        clarification = clarification == null ? Optional.empty() : clarification;
        votes = List.copyOf(votes);
        effect = effect == null ? Breach.REJECT : effect;
    }

    /** A proposal that leads to a rejection. */
    public Rejection(
            int number,
            String bidId,
            RejectionCode code,
            String reason,
            String page,
            RejectionBasis basis,
            Optional<Integer> clarification,
            boolean compulsory,
            int members,
            List<RejectionVote> votes) {
        this(number, bidId, code, reason, page, basis, clarification, compulsory, members, votes, Breach.REJECT);
    }

    /** One more vote; refuses a second one of the same member. */
    public Rejection with(RejectionVote vote) {
        if (decided() || votes.stream().anyMatch(it -> it.member().equals(vote.member()))) {
            throw ScoringRefusal.VOTED_ALREADY.with(
                    Facts.of("rejection", number).map());
        }
        if (!vote.rejects() && vote.opinion().isBlank()) {
            throw ScoringRefusal.REASON_NEEDED.with(
                    Facts.field("opinion", vote.opinion(), "text").map());
        }
        return new Rejection(
                number,
                bidId,
                code,
                reason,
                page,
                basis,
                clarification,
                compulsory,
                members,
                Stream.concat(votes.stream(), Stream.of(vote)).toList(),
                effect);
    }

    /** The same without the vote of a member who left: who sits in its place votes anew (实施条例 §48). */
    public Rejection without(String member) {
        return new Rejection(
                number,
                bidId,
                code,
                reason,
                page,
                basis,
                clarification,
                compulsory,
                members,
                votes.stream().filter(it -> !it.member().equals(member)).toList(),
                effect);
    }

    /** Whether every member voted. */
    public boolean decided() {
        return votes.size() == members;
    }

    /** Votes for the rejection. */
    public int inFavour() {
        return (int) votes.stream().filter(RejectionVote::rejects).count();
    }

    /** Votes against it. */
    public int against() {
        return votes.size() - inFavour();
    }

    /** Whether it is carried: decided, and by a majority of all members or because it is compulsory. */
    public boolean carried() {
        return decided() && (compulsory || 2 * inFavour() > members);
    }

    /** Whether the bid is rejected by it. */
    public boolean rejects() {
        return carried() && effect == Breach.REJECT;
    }

    /** Whether the bid gets no technical points because of it. */
    public boolean takesTechnicalPoints() {
        return carried() && effect == Breach.ZERO;
    }

    /** Whether a proposal on this basis about a bid makes no sense while this one is open, or because it was carried. */
    public boolean blocks(String otherBid, RejectionBasis otherBasis) {
        return bidId.equals(otherBid) && (!decided() || rejects() || carried() && basis == otherBasis);
    }

    /** Votes in the order of the members' ids, so that an entry does not tell who hesitated. */
    public List<RejectionVote> ordered() {
        var ordered = new ArrayList<>(votes);
        ordered.sort(Comparator.comparing(RejectionVote::member));
        return ordered;
    }
}
