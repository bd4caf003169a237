package cn.qifeng.evaluation.scoring.application;

import cn.qifeng.evaluation.panel.domain.Criterion;
import cn.qifeng.evaluation.panel.domain.EvaluationSession;
import cn.qifeng.evaluation.panel.domain.MethodSetting;
import cn.qifeng.evaluation.panel.domain.OpenedBid;
import cn.qifeng.evaluation.panel.domain.ReviewItem;
import cn.qifeng.evaluation.panel.domain.Seat;
import cn.qifeng.evaluation.panel.domain.SheetKind;
import cn.qifeng.evaluation.panel.domain.TrimSetting;
import cn.qifeng.evaluation.scoring.domain.LabelOrder;
import cn.qifeng.evaluation.scoring.domain.Labels;
import cn.qifeng.evaluation.scoring.domain.OutlierRule;
import cn.qifeng.evaluation.scoring.domain.OutlierRule.Outlier;
import cn.qifeng.evaluation.scoring.domain.ReasonRule;
import cn.qifeng.evaluation.scoring.domain.RevealedSheets;
import cn.qifeng.evaluation.scoring.domain.ScoreItem;
import cn.qifeng.kernel.Fen;
import cn.qifeng.kernel.score.AbcBlend;
import cn.qifeng.kernel.score.BasePriceRule;
import cn.qifeng.kernel.score.MeanTimes;
import cn.qifeng.kernel.score.MeanWithCeiling;
import cn.qifeng.kernel.score.PriceMethod;
import cn.qifeng.kernel.score.PriceScoring;
import cn.qifeng.trust.draw.PriceDraw;
import cn.qifeng.trust.hash.Hex;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

/** What scoring takes from a session: items, bids, labels and method. */
final class ScoringRules {

    private ScoringRules() {}

    static List<ScoreItem> items(EvaluationSession session) {
        return session.order().criteria().stream()
                .map(it -> new ScoreItem(it.item(), it.name(), it.max(), it.kind() == Criterion.Kind.OBJECTIVE))
                .toList();
    }

    /** Bids that are scored: those that the preliminary review left. */
    static List<String> bidIds(EvaluationSession session) {
        return session.admitted().stream().map(OpenedBid::bidId).toList();
    }

    /** Labels of all bids of the session, those of rejected ones too: nobody's label changes. */
    static Labels labels(EvaluationSession session, Seat seat) {
        return LabelOrder.of(
                session.ceremony().labelSeed(),
                seat.member(),
                session.order().evaluated().stream().map(OpenedBid::bidId).toList());
    }

    /** The labels that a sheet of this round has, in order. */
    static List<String> shown(EvaluationSession session, Seat seat) {
        return labels(session, seat).of(Set.copyOf(bidIds(session)));
    }

    /** Codes of the items of the preliminary review. */
    static List<String> reviewItems(EvaluationSession session) {
        return session.order().review().stream().map(ReviewItem::item).toList();
    }

    /** Whether a sheet is written once more, which needs a reason. */
    static boolean again(EvaluationSession session) {
        boolean judges = session.sheets() == SheetKind.SCREENING;
        return !judges
                && session.round() > 1
                && session.round() != session.screening().first();
    }

    /** How the base price comes about, with what was drawn at the opening. */
    static BasePriceRule base(MethodSetting setting, Fen ceiling, List<String> bidIds) {
        var drawn = new BigDecimal(setting.k());
        return switch (setting.price()) {
            case MEAN_LESS_DISCOUNT -> MeanTimes.lessDiscount(drawn);
            case MEAN_WITH_CEILING -> new MeanWithCeiling(ceiling, setting.k1(), setting.k2(), drawn);
            case ABC_BLEND -> new AbcBlend(ceiling, new BigDecimal(setting.delta()), drawn, lots(setting, bidIds));
            default -> new MeanTimes(drawn);
        };
    }

    /** Whether items are passed or not and prices are reviewed, method M-E. */
    static boolean reviewed(EvaluationSession session) {
        return session.order().method().price() == PriceMethod.LOWEST_REVIEWED_PRICE;
    }

    /** When a member owes a reason for its points. */
    static ReasonRule reasons(EvaluationSession session) {
        return reviewed(session) ? ReasonRule.PASS_OR_FAIL : ReasonRule.STANDARD;
    }

    /** Totals far from the mean that their members did not explain; none where an item is passed or not. */
    static List<Outlier> outliers(EvaluationSession session, RevealedSheets sheets) {
        return reviewed(session)
                ? List.of()
                : OutlierRule.STANDARD.unexplained(sheets, items(session), bidIds(session));
    }

    /** Bids by the numbers that they drew (签号), the least first. */
    static List<String> lots(MethodSetting setting, List<String> bidIds) {
        return PriceDraw.order(Hex.decode(setting.seed()), bidIds);
    }

    static PriceScoring scoring(MethodSetting setting) {
        var trim = setting.trim().stream().map(TrimSetting::rule).toList();
        return new PriceScoring(setting.fullScore(), setting.e1(), setting.e2(), trim);
    }
}
