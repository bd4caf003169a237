package cn.qifeng.evaluation.scoring.application;

import cn.qifeng.evaluation.panel.application.RunningSessions;
import cn.qifeng.evaluation.panel.domain.EvaluationSession;
import cn.qifeng.evaluation.panel.domain.OpenedBid;
import cn.qifeng.evaluation.panel.domain.SessionId;
import cn.qifeng.evaluation.panel.domain.Stage;
import cn.qifeng.evaluation.scoring.domain.Competition;
import cn.qifeng.evaluation.scoring.domain.EvaluationResult;
import cn.qifeng.evaluation.scoring.domain.EvaluationResult.Outcome;
import cn.qifeng.evaluation.scoring.domain.Recommendation;
import cn.qifeng.evaluation.scoring.domain.Rejection;
import cn.qifeng.evaluation.scoring.domain.Rejections;
import cn.qifeng.evaluation.scoring.domain.Results;
import cn.qifeng.evaluation.scoring.domain.ScoringRefusal;
import cn.qifeng.evaluation.scoring.domain.Totals;
import cn.qifeng.kernel.Facts;
import cn.qifeng.kernel.Fen;
import cn.qifeng.kernel.score.PriceBid;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** The leader ends the review: price scores, totals and recommendation follow (汇总评审结果). */
@ApplicationScoped
public class ConcludeReview {

    private final RunningSessions running;
    private final Rejections rejections;
    private final Results results;
    private final ReadSheets readSheets;
    private final ScoringEntries entries;

    ConcludeReview(
            RunningSessions running,
            Rejections rejections,
            Results results,
            ReadSheets readSheets,
            ScoringEntries entries) {
        this.running = running;
        this.rejections = rejections;
        this.results = results;
        this.readSheets = readSheets;
        this.entries = entries;
    }

    /**
     * Ends the review.
     *
     * @param competition needed exactly when one or two bids are valid (R29)
     */
    @Transactional
    public EvaluationResult conclude(SessionId id, String person, Optional<Competition> competition) {
        var session = running.lock(id);
        requireLeader(session, person);
        var proposals = rejections.of(id.toString());
        requireDecided(proposals);
        var carried = proposals.stream().filter(Rejection::carried).toList();
        var valid = session.order().evaluated().stream()
                .filter(bid -> carried.stream().noneMatch(it -> it.bidId().equals(bid.bidId())))
                .toList();
        Competition.check(valid.size(), competition);
        boolean all = valid.isEmpty()
                || competition
                        .map(it -> it.choice() == Competition.Choice.REJECT_ALL)
                        .orElse(false);
        var result = all
                ? new EvaluationResult(Outcome.ALL_REJECTED, Optional.empty(), Optional.empty(), competition, carried)
                : evaluated(session, valid, competition, carried);
        results.add(id.toString(), result);
        var reviewed = session.reviewed();
        running.save(reviewed);
        result.totals().ifPresent(totals -> entries.scored(reviewed, totals));
        return result;
    }

    private EvaluationResult evaluated(
            EvaluationSession session,
            List<OpenedBid> valid,
            Optional<Competition> competition,
            List<Rejection> carried) {
        var order = session.order();
        var bids = valid.stream()
                .map(it -> new PriceBid(it.bidId(), it.price().orElseThrow()))
                .toList();
        var k = new BigDecimal(order.method().k());
        var rule = ScoringRules.base(
                order.method(),
                new Fen(order.ceilingFen()),
                bids.stream().map(PriceBid::bidId).toList());
        var prices = ScoringRules.scoring(order.method()).score(bids, rule);
        var totals = Totals.of(k, prices, readSheets.of(session)::technical);
        var recommendation = Recommendation.of(
                totals, order.award().separated(), order.award().finalistsMax(), ScoringRules.bidIds(session));
        return new EvaluationResult(
                Outcome.EVALUATED, Optional.of(totals), Optional.of(recommendation), competition, carried);
    }

    private static void requireLeader(EvaluationSession session, String person) {
        var number = RunningSessions.seated(session, person, Stage.REVIEWING).number();
        var leader = session.panel().leader().orElse("—");
        if (!number.equals(leader)) {
            throw ScoringRefusal.NOT_THE_LEADER.with(
                    Facts.field("member", number, leader).map());
        }
    }

    private static void requireDecided(List<Rejection> proposals) {
        proposals.stream().filter(it -> !it.decided()).findFirst().ifPresent(it -> {
            throw ScoringRefusal.VOTES_OUTSTANDING.with(
                    Facts.field("rejection." + it.number(), it.votes().size(), it.members())
                            .map());
        });
    }
}
