package cn.qifeng.trading.award.domain;

import cn.qifeng.kernel.Facts;
import cn.qifeng.kernel.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * One round of ballots (一轮票决).
 *
 * @param n number of the round, from 1
 * @param choices who can be chosen in this round
 * @param ballots in the order in which they were committed
 */
public record Round(int n, List<BidRef> choices, List<Ballot> ballots) {

    /** Copies the lists. */
    public Round {
        choices = List.copyOf(choices);
        ballots = List.copyOf(ballots);
    }

    /** A round in which nobody has voted. */
    public static Round open(int n, List<BidRef> choices) {
        return new Round(n, choices, List.of());
    }

    /** The ballot of one member. */
    public Optional<Ballot> of(String member) {
        return ballots.stream().filter(it -> it.member().equals(member)).findFirst();
    }

    /** With one more committed ballot. */
    Round commit(String member, int round, String commit) {
        sameRound(round);
        if (of(member).isPresent()) {
            throw new Refused(AwardRefusal.COMMITTED_BEFORE, Facts.field("member", member, "-"));
        }
        var more = new ArrayList<>(ballots);
        more.add(Ballot.committed(member, commit));
        return new Round(n, choices, more);
    }

    /** With one ballot opened; {@code recomputed} is the commitment over what is revealed. */
    Round reveal(String member, int round, String recomputed, BidRef choice, String reason) {
        sameRound(round);
        var ballot = of(member).orElseThrow(AwardRefusal.NOT_COMMITTED::refused);
        if (ballot.open()) {
            throw new Refused(AwardRefusal.REVEALED_BEFORE, Facts.field("member", member, "-"));
        }
        if (!ballot.commit().equals(recomputed)) {
            throw new Refused(AwardRefusal.COMMITMENT_DIFFERS, Facts.field("nonce", recomputed, ballot.commit()));
        }
        if (!choices.contains(choice)) {
            throw new Refused(AwardRefusal.OUTSIDE_FINALISTS, Facts.field("choice", choice, choices));
        }
        if (reason == null || reason.isBlank()) {
            throw new Refused(AwardRefusal.REASON_MISSING, Facts.field("reason", reason, "text"));
        }
        return new Round(
                n,
                choices,
                ballots.stream()
                        .map(it -> it == ballot ? it.revealed(choice, reason) : it)
                        .toList());
    }

    /** Votes per choice among the open ballots. */
    public Map<BidRef, Integer> tally() {
        return DirectVote.tally(choices, votes());
    }

    /** The choices of the open ballots. */
    List<BidRef> votes() {
        return ballots.stream().map(Ballot::choice).filter(Objects::nonNull).toList();
    }

    private void sameRound(int round) {
        if (round != n) {
            throw new Refused(AwardRefusal.WRONG_ROUND, Facts.field("round", round, n));
        }
    }
}
