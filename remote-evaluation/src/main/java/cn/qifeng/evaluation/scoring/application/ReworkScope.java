package cn.qifeng.evaluation.scoring.application;

import cn.qifeng.evaluation.panel.domain.EvaluationSession;
import cn.qifeng.evaluation.panel.domain.Seat;
import cn.qifeng.evaluation.rework.application.ReadReworks;
import cn.qifeng.evaluation.rework.domain.Rework;
import cn.qifeng.evaluation.rework.domain.ReworkRefusal;
import cn.qifeng.evaluation.scoring.domain.MemberSheet;
import cn.qifeng.evaluation.scoring.domain.PointChange;
import cn.qifeng.evaluation.scoring.domain.ReviewComparison;
import cn.qifeng.evaluation.scoring.domain.Sheets;
import cn.qifeng.kernel.Facts;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * Holds a sheet of a re-review to what the supervisor approved (复评范围): other points than the named ones stay as the
 * member gave them, and every change has its reason. Who sits in the place of a member who left scores everything.
 */
@ApplicationScoped
class ReworkScope {

    private final ReadReworks reworks;
    private final Sheets sheets;

    ReworkScope(ReadReworks reworks, Sheets sheets) {
        this.reworks = reworks;
        this.sheets = sheets;
    }

    /** Refuses a sheet that changes more, or changes without a reason; lets every sheet pass while no re-review runs. */
    void check(EvaluationSession session, Seat seat, String stored) {
        reworks.running(session.id()).ifPresent(rework -> {
            var now = ScoringSteps.read(session, seat, stored);
            requireNoDefect(rework, now);
            former(session, seat, rework).ifPresent(former -> check(session, rework, former, now));
        });
    }

    /** In a re-review a bid that its approval names is proposed for rejection behind the sheets. */
    private static void requireNoDefect(Rework rework, MemberSheet now) {
        if (now.points().values().stream().anyMatch(it -> it.defect().isPresent())) {
            throw ReworkRefusal.ONLY_POINTS.with(Facts.field("rework", rework.number(), "no rejection in a sheet")
                    .map());
        }
    }

    /** What a member gave in the sheet on which the former report rests; empty for who did not sit then. */
    Optional<MemberSheet> former(EvaluationSession session, Seat seat, Rework rework) {
        return sheets.of(session.id().toString(), rework.baseline(), seat.member())
                .flatMap(it -> it.sheet())
                .map(it -> ScoringSteps.read(session, seat, it));
    }

    private static void check(EvaluationSession session, Rework rework, MemberSheet former, MemberSheet now) {
        var changes = ReviewComparison.changes(former, now, ScoringRules.items(session), ScoringRules.bidIds(session));
        for (PointChange change : changes) {
            var field = "sheet.bids." + change.bidId() + "." + change.item();
            if (!rework.covers(change.bidId(), change.item())) {
                throw ReworkRefusal.OUTSIDE_SCOPE.with(Facts.field(
                                field,
                                change.after().toPlainString(),
                                change.before().toPlainString())
                        .map());
            }
            if (change.reason().isBlank()) {
                throw ReworkRefusal.REASON_NEEDED.with(
                        Facts.field(field + ".reason", "", "text").map());
            }
        }
    }
}
