package cn.qifeng.evaluation.adjustment.domain;

import cn.qifeng.kernel.Facts;
import cn.qifeng.kernel.score.PriceAdjustment;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a member proposes to find for one adjustment, bid by bid, with the votes on it (量化因素认定, 12号令 §32). It is decided
 * when every member has voted. A later one that is carried replaces what it says again of a bid.
 *
 * @param number number in the session, from 1
 * @param code of the adjustment
 * @param lines by bid id
 * @param members how many vote
 */
public record AdjustmentFinding(
        int number, String code, List<FindingLine> lines, int members, List<AdjustmentVote> votes) {

    public AdjustmentFinding {
        lines = lines.stream().sorted(Comparator.comparing(FindingLine::bidId)).toList();
        votes = List.copyOf(votes);
    }

    /** Refuses lines of other bids, of a bid twice, or that do not say what the adjustment needs. */
    public void check(PriceAdjustment adjustment, List<String> bids) {
        var ids = lines.stream().map(FindingLine::bidId).toList();
        if (ids.isEmpty() || new HashSet<>(ids).size() != ids.size() || !bids.containsAll(ids)) {
            throw AdjustmentRefusal.FINDING_INCOMPLETE.with(
                    Facts.field("lines", ids, "evaluated bids, each once").map());
        }
        lines.forEach(it -> it.check(adjustment));
    }

    /** One more vote; refuses a second one of the same member, and one against without a word. */
    public AdjustmentFinding with(AdjustmentVote vote) {
        if (decided() || hasVoted(vote.member())) {
            throw AdjustmentRefusal.VOTED_ALREADY.with(
                    Facts.of("finding", number).map());
        }
        if (!vote.agrees() && vote.opinion().isBlank()) {
            throw AdjustmentRefusal.OPINION_NEEDED.with(
                    Facts.field("opinion", vote.opinion(), "text").map());
        }
        return new AdjustmentFinding(
                number,
                code,
                lines,
                members,
                Stream.concat(votes.stream(), Stream.of(vote)).toList());
    }

    /** Whether this member has voted. */
    public boolean hasVoted(String member) {
        return votes.stream().anyMatch(it -> it.member().equals(member));
    }

    /** Whether every member voted. */
    public boolean decided() {
        return votes.size() == members;
    }

    /** Votes for it. */
    public int inFavour() {
        return (int) votes.stream().filter(AdjustmentVote::agrees).count();
    }

    /** Votes against it. */
    public int against() {
        return votes.size() - inFavour();
    }

    /** Whether it stands: decided, and by a majority of all members. */
    public boolean carried() {
        return decided() && 2 * inFavour() > members;
    }

    /** Votes in the order of the members' ids, so that entries do not tell who hesitated. */
    public List<AdjustmentVote> ordered() {
        return votes.stream()
                .sorted(Comparator.comparing(AdjustmentVote::member))
                .toList();
    }
}
