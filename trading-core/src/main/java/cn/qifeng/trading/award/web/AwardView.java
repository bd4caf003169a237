package cn.qifeng.trading.award.web;

import cn.qifeng.kernel.LotId;
import cn.qifeng.kernel.TenderId;
import cn.qifeng.trading.award.domain.Award;
import cn.qifeng.trading.award.domain.Ballot;
import cn.qifeng.trading.award.domain.Committee;
import cn.qifeng.trading.award.domain.Finalist;
import cn.qifeng.trading.award.domain.PassedOver;
import cn.qifeng.trading.award.domain.Phase;
import cn.qifeng.trading.award.domain.Publicity;
import cn.qifeng.trading.award.domain.Round;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;

/**
 * How an award stands, as far as its phase may show; what the phase does not have is {@code null}.
 *
 * @param method code of the price method: in M-E a finalist has a reviewed price in the place of a total score
 * @param ranked whether the finalists stand in their rank, the best first
 * @param firstOnly whether of ranked candidates the first one wins (实施条例 §55)
 * @param passed ranked candidates that were passed over
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record AwardView(
        LotId lot,
        TenderId tender,
        String method,
        Phase phase,
        boolean ranked,
        boolean firstOnly,
        List<FinalistView> finalists,
        List<PassedView> passed,
        Publicity publicity,
        String objectionChannel,
        CommitteeView committee,
        RunningRound round,
        List<CountedRound> rounds,
        String winner,
        NoticeView notice) {

    record FinalistView(
            String bidId,
            String name,
            String uscc,
            long priceFen,
            int durationDays,
            String quality,
            String projectLeader,
            String totalScore) {

        static FinalistView of(Finalist it) {
            return new FinalistView(
                    it.bid().hex(),
                    it.name(),
                    it.uscc().value(),
                    it.price().value(),
                    it.durationDays(),
                    it.quality(),
                    it.projectLeader(),
                    it.totalScore());
        }
    }

    record PassedView(String bidId, PassedOver.Cause cause, String reason) {

        static PassedView of(PassedOver it) {
            return new PassedView(it.bid().hex(), it.cause(), it.reason());
        }
    }

    record CommitteeView(int size, List<MemberView> members) {

        static CommitteeView of(Committee committee, Round round) {
            return new CommitteeView(
                    committee.members().size(),
                    committee.members().stream()
                            .map(it -> MemberView.of(it, round))
                            .toList());
        }
    }

    record MemberView(String member, String name, boolean committed, boolean revealed) {

        static MemberView of(Committee.Member member, Round round) {
            var ballot = round.of(member.certificate());
            return new MemberView(
                    member.certificate(),
                    member.name(),
                    ballot.isPresent(),
                    ballot.map(Ballot::open).orElse(false));
        }
    }

    record RunningRound(int n, List<String> choices, Instant deadline) {

        static RunningRound of(Round round, Instant deadline) {
            return new RunningRound(
                    round.n(), round.choices().stream().map(it -> it.hex()).toList(), deadline);
        }
    }

    record Votes(String bidId, int count) {}

    record BallotView(String member, String choice, String reason) {}

    record CountedRound(int n, List<Votes> votes, List<BallotView> ballots) {

        static CountedRound of(Round round) {
            var votes = round.tally().entrySet().stream()
                    .map(it -> new Votes(it.getKey().hex(), it.getValue()))
                    .toList();
            var ballots = round.ballots().stream()
                    .filter(Ballot::open)
                    .map(it -> new BallotView(it.member(), it.choice().hex(), it.reason()))
                    .toList();
            return new CountedRound(round.n(), votes, ballots);
        }
    }

    record NoticeView(String sm3, long amountFen, Instant issuedAt) {}

    static AwardView of(Award award, String method, String objectionChannel) {
        return new AwardView(
                award.file().lot(),
                award.file().tender(),
                method,
                award.phase(),
                award.file().setting().ranked(),
                award.file().setting().firstOnly(),
                award.file().finalists().stream().map(FinalistView::of).toList(),
                award.file().passed().stream().map(PassedView::of).toList(),
                publicity(award),
                objectionChannel,
                committee(award),
                running(award),
                award.rounds().stream().map(CountedRound::of).toList(),
                winner(award),
                award instanceof Award.Noticed it
                        ? new NoticeView(it.noticeSm3(), it.price().value(), it.noticedAt())
                        : null);
    }

    private static Publicity publicity(Award award) {
        if (award instanceof Award.FinalistsPublicity it) {
            return it.publicity();
        }
        return award instanceof Award.Decided it ? it.publicity() : null;
    }

    private static CommitteeView committee(Award award) {
        if (award instanceof Award.Balloting it) {
            return CommitteeView.of(it.committee(), it.round());
        }
        return award instanceof Award.Revealing it ? CommitteeView.of(it.committee(), it.round()) : null;
    }

    private static RunningRound running(Award award) {
        if (award instanceof Award.Balloting it) {
            return RunningRound.of(it.round(), it.deadline());
        }
        return award instanceof Award.Revealing it ? RunningRound.of(it.round(), it.deadline()) : null;
    }

    private static String winner(Award award) {
        if (award instanceof Award.Decided it) {
            return it.winner().hex();
        }
        if (award instanceof Award.WinnerDetermined it) {
            return it.winner().hex();
        }
        return award instanceof Award.Noticed it ? it.winner().hex() : null;
    }
}
