package cn.qifeng.evaluation.scoring.application;

import cn.qifeng.evaluation.adjustment.domain.AdjustmentFinding;
import cn.qifeng.evaluation.adjustment.domain.FoundFacts;
import cn.qifeng.evaluation.panel.domain.CorrectionSetting;
import cn.qifeng.evaluation.panel.domain.EvaluationSession;
import cn.qifeng.evaluation.panel.domain.OpenedBid;
import cn.qifeng.evaluation.panel.domain.Seat;
import cn.qifeng.evaluation.panel.domain.SheetKind;
import cn.qifeng.evaluation.scoring.domain.Competition;
import cn.qifeng.evaluation.scoring.domain.EvaluationResult;
import cn.qifeng.evaluation.scoring.domain.EvaluationResult.Outcome;
import cn.qifeng.evaluation.scoring.domain.MemberSheet;
import cn.qifeng.evaluation.scoring.domain.OutlierRule.Outlier;
import cn.qifeng.evaluation.scoring.domain.Recommendation;
import cn.qifeng.evaluation.scoring.domain.Rejection;
import cn.qifeng.evaluation.scoring.domain.RevealedSheets;
import cn.qifeng.evaluation.scoring.domain.ScreeningSheet;
import cn.qifeng.evaluation.scoring.domain.SheetDocument;
import cn.qifeng.evaluation.scoring.domain.TotalLine;
import cn.qifeng.evaluation.scoring.domain.Totals;
import cn.qifeng.kernel.Fen;
import cn.qifeng.kernel.score.PriceBid;
import cn.qifeng.trust.json.CanonicalJson;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The steps from revealed sheets to the result of an evaluation (从评分到评标结果), without the storage around them; each
 * takes time in proportion to the bids.
 */
public final class ScoringSteps {

    private ScoringSteps() {}

    /** A sheet as it is stored, canonical JSON; refuses one that does not answer every bid and item. */
    public static String accept(EvaluationSession session, Seat seat, ObjectNode sheet) {
        if (session.sheets() == SheetKind.SCREENING) {
            ScreeningSheet.read(sheet).check(ScoringRules.shown(session, seat), ScoringRules.reviewItems(session));
            return new String(CanonicalJson.encode(sheet), StandardCharsets.UTF_8);
        }
        var read = SheetDocument.read(sheet);
        var items = ScoringRules.items(session);
        read.check(ScoringRules.shown(session, seat), items, ScoringRules.again(session));
        if (ScoringRules.reviewed(session)) {
            read.checkPassOrFail();
        }
        ScoringRules.reasons(session).check(read, items);
        return new String(CanonicalJson.encode(sheet), StandardCharsets.UTF_8);
    }

    /** A stored sheet under the labels that its member saw. */
    public static MemberSheet read(EvaluationSession session, Seat seat, String stored) {
        var sheet = SheetDocument.read(stored.getBytes(StandardCharsets.UTF_8));
        return MemberSheet.under(ScoringRules.labels(session, seat), seat.member(), sheet);
    }

    /** Objective items for which the members gave different points, as {@code bidId/item}. */
    public static List<String> differences(EvaluationSession session, RevealedSheets sheets) {
        return sheets.objectiveDifferences(ScoringRules.items(session), ScoringRules.bidIds(session));
    }

    /** Totals far from the mean that their members did not explain; asked for once, in the first round. */
    static List<Outlier> outliers(EvaluationSession session, RevealedSheets sheets) {
        return ScoringRules.again(session) ? List.of() : ScoringRules.outliers(session, sheets);
    }

    /**
     * What the review comes to.
     *
     * @param carried carried proposals: those that reject, and those that take the technical points of a blind file
     * @param competition needed exactly when one or two bids are valid (R29)
     * @param corrected prices that a confirmed correction binds, by bid
     * @param findings on the adjustments of method M-E, all decided
     * @param sheets asked for only when bids are scored
     */
    public static EvaluationResult conclude(
            EvaluationSession session,
            List<Rejection> carried,
            Optional<Competition> competition,
            Map<String, Fen> corrected,
            List<AdjustmentFinding> findings,
            Supplier<RevealedSheets> sheets) {
        var rejections = carried.stream().filter(Rejection::rejects).toList();
        var valid = valid(session, rejections);
        Competition.check(valid.size(), competition, session.order().procurement());
        boolean all = valid.isEmpty()
                || competition
                        .map(it -> it.choice() == Competition.Choice.REJECT_ALL)
                        .orElse(false);
        if (all) {
            return new EvaluationResult(
                    Outcome.ALL_REJECTED,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    competition,
                    rejections);
        }
        var prices = prices(session, valid, corrected);
        if (ScoringRules.reviewed(session)) {
            var reviewed = ReviewSteps.rank(session, prices, FoundFacts.of(findings), sheets.get());
            return new EvaluationResult(
                    Outcome.EVALUATED,
                    Optional.empty(),
                    Optional.of(reviewed),
                    Optional.of(recommend(session, reviewed.ranked())),
                    competition,
                    rejections);
        }
        var totals = totals(session, prices, technical(carried, sheets.get()));
        var recommended = recommend(
                session, totals.ranked().stream().map(TotalLine::bidId).toList());
        return new EvaluationResult(
                Outcome.EVALUATED,
                Optional.of(totals),
                Optional.empty(),
                Optional.of(recommended),
                competition,
                rejections);
    }

    private static List<OpenedBid> valid(EvaluationSession session, List<Rejection> rejections) {
        var rejected = rejections.stream().map(Rejection::bidId).collect(Collectors.toSet());
        return session.order().evaluated().stream()
                .filter(bid -> !rejected.contains(bid.bidId()))
                .toList();
    }

    private static Recommendation recommend(EvaluationSession session, List<String> ranked) {
        var award = session.order().award();
        return Recommendation.of(ranked, award.separated(), award.finalistsMax(), ScoringRules.bidIds(session));
    }

    /** The prices that count, as they were read out or corrected. */
    private static List<PriceBid> prices(EvaluationSession session, List<OpenedBid> valid, Map<String, Fen> corrected) {
        var counts = CorrectionSetting.of(session.order().method()).score();
        return valid.stream()
                .map(it -> new PriceBid(it.bidId(), PricesInUse.of(it, counts, corrected)))
                .toList();
    }

    /** Technical scores as the sheets give them, and none where a breach of the blind rules takes them. */
    private static Function<String, BigDecimal> technical(List<Rejection> carried, RevealedSheets sheets) {
        var without = carried.stream()
                .filter(Rejection::takesTechnicalPoints)
                .map(Rejection::bidId)
                .collect(Collectors.toSet());
        return bidId -> without.contains(bidId) ? BigDecimal.ZERO.setScale(2) : sheets.technical(bidId);
    }

    /** Body of {@code evaluation/scored} (docs/evidence.md section 10). */
    public static ObjectNode entry(EvaluationSession session, Totals totals) {
        return ScoringEntries.scoredBody(session, totals);
    }

    private static Totals totals(
            EvaluationSession session, List<PriceBid> bids, Function<String, BigDecimal> technical) {
        var order = session.order();
        var rule = ScoringRules.base(
                order.method(),
                new Fen(order.ceilingFen()),
                bids.stream().map(PriceBid::bidId).toList());
        var prices = ScoringRules.scoring(order.method()).score(bids, rule);
        return Totals.of(new BigDecimal(order.method().k()), prices, technical);
    }
}
