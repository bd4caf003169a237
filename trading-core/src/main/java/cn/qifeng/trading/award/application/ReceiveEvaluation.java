package cn.qifeng.trading.award.application;

import cn.qifeng.kernel.Facts;
import cn.qifeng.kernel.LotId;
import cn.qifeng.kernel.Refused;
import cn.qifeng.kit.clock.LegalClock;
import cn.qifeng.kit.evidence.Evidence;
import cn.qifeng.trading.award.application.BidsOnRecord.Listed;
import cn.qifeng.trading.award.application.EvaluationResult.Outcome;
import cn.qifeng.trading.award.application.EvaluationResult.Score;
import cn.qifeng.trading.award.domain.Award;
import cn.qifeng.trading.award.domain.AwardFile;
import cn.qifeng.trading.award.domain.AwardRefusal;
import cn.qifeng.trading.award.domain.AwardSetting;
import cn.qifeng.trading.award.domain.Awards;
import cn.qifeng.trading.award.domain.BidRef;
import cn.qifeng.trading.award.domain.Finalist;
import cn.qifeng.trading.award.domain.Loser;
import cn.qifeng.trading.bond.application.ReleaseBonds;
import cn.qifeng.trading.tender.application.Lots;
import cn.qifeng.trading.tender.application.Progress;
import cn.qifeng.trading.tender.domain.PublishedLot;
import cn.qifeng.trading.tender.domain.Stage;
import cn.qifeng.trust.json.CanonicalJson;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Takes the result of evaluation (接收评标结果): it waits for the review of the report, or the lot has failed. */
@ApplicationScoped
public class ReceiveEvaluation {

    private final Awards awards;
    private final BidsOnRecord record;
    private final Lots lots;
    private final Progress progress;
    private final Evidence evidence;
    private final ReleaseBonds releaseBonds;
    private final Event<ReviewedAgain> reviewed;
    private final LegalClock clock;

    ReceiveEvaluation(
            Awards awards,
            BidsOnRecord record,
            Lots lots,
            Progress progress,
            Evidence evidence,
            ReleaseBonds releaseBonds,
            Event<ReviewedAgain> reviewed,
            LegalClock clock) {
        this.awards = awards;
        this.record = record;
        this.lots = lots;
        this.progress = progress;
        this.evidence = evidence;
        this.releaseBonds = releaseBonds;
        this.reviewed = reviewed;
        this.clock = clock;
    }

    /** Takes a result; the same again changes nothing, and a second one is taken only while the lot is reviewed once more. */
    @Transactional
    public void receive(LotId lot, EvaluationResult result) {
        var published = lots.of(lot);
        var known = awards.locked(lot);
        if (published.stage() == Stage.FAILED
                || known.filter(it -> !waits(it, result)).isPresent()) {
            return;
        }
        known.ifPresent(it -> reviewed.fire(new ReviewedAgain(lot)));
        if (result.outcome() == Outcome.ALL_REJECTED) {
            fail(published, result);
            return;
        }
        boolean ranked = published.award().byRank();
        if (result.ranked() != ranked) {
            throw new Refused(AwardRefusal.BAD_EVALUATION, Facts.field("ranked", result.ranked(), ranked));
        }
        progress.move(lot, Stage.EVALUATED);
        var file = file(published, result);
        var now = clock.now();
        awards.save(known.filter(Award.Reworking.class::isInstance)
                .map(it -> ((Award.Reworking) it).report(file, now))
                .orElseGet(() -> new Award.Reviewing(file, now)));
    }

    private static boolean waits(Award award, EvaluationResult result) {
        return award instanceof Award.Reworking reworking
                && !reworking.file().reportSm3().equals(result.reportSm3());
    }

    private void fail(PublishedLot lot, EvaluationResult result) {
        progress.move(lot.lot(), Stage.FAILED);
        evidence.record(
                lot.tender(),
                "lot/failed",
                CanonicalJson.object()
                        .put("count", result.rejected().size())
                        .put("reason", Outcome.ALL_REJECTED.name()));
        releaseBonds.release(lot.lot(), lot.tender(), ReleaseBonds.Reason.LOT_FAILED);
    }

    private AwardFile file(PublishedLot lot, EvaluationResult result) {
        var bids = record.bids(lot.tender());
        var totals = Stream.concat(result.totals().stream(), result.reviewed().stream())
                .collect(Collectors.toMap(Score::bidId, Score::score));
        var finalists = new ArrayList<Finalist>();
        for (var id : result.finalists()) {
            var bid = bids.get(new BidRef(id));
            if (bid == null || !totals.containsKey(id)) {
                throw new Refused(
                        AwardRefusal.BAD_EVALUATION,
                        Facts.field("finalists", id, "a bid with a total score or a reviewed price"));
            }
            finalists.add(bid.finalist(totals.get(id)));
        }
        var award = lot.award();
        return new AwardFile(
                lot.tender(),
                lot.lot(),
                lot.procuringEntity().id(),
                result.session(),
                finalists,
                losers(bids, result, totals),
                result.reportSm3(),
                new AwardSetting(
                        award.finalistsMax(),
                        award.committeeSize(),
                        award.roundsMax(),
                        award.publicityDays(),
                        award.byRank(),
                        Boolean.TRUE.equals(award.stateControlled())));
    }

    private static List<Loser> losers(Map<BidRef, Listed> bids, EvaluationResult result, Map<String, String> totals) {
        var rejected = result.rejected().stream().collect(Collectors.toMap(EvaluationResult.Rejected::bidId, it -> it));
        return bids.values().stream()
                .filter(bid -> !result.finalists().contains(bid.ref().hex()))
                .map(bid -> {
                    var why = rejected.get(bid.ref().hex());
                    return why == null
                            ? loser(
                                    bid,
                                    "NOT_FINALIST",
                                    detail(result, totals.get(bid.ref().hex())))
                            : loser(bid, "REJECTED", why.code() + " " + why.reason());
                })
                .toList();
    }

    /** A total score, or in method M-E a reviewed price, which says so. */
    private static String detail(EvaluationResult result, String score) {
        if (score == null) {
            return "—";
        }
        return result.reviewed().isEmpty() ? score : "评标价" + score + "元";
    }

    private static Loser loser(Listed bid, String reason, String detail) {
        return new Loser(bid.ref(), bid.name(), bid.uscc(), reason, detail);
    }
}
