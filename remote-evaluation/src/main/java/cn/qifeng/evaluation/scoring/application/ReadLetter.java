package cn.qifeng.evaluation.scoring.application;

import cn.qifeng.evaluation.panel.application.BidFiles;
import cn.qifeng.evaluation.panel.application.RunningSessions;
import cn.qifeng.evaluation.panel.domain.EvaluationSession;
import cn.qifeng.evaluation.panel.domain.SessionId;
import cn.qifeng.evaluation.panel.domain.Stage;
import cn.qifeng.evaluation.scoring.domain.Letter;
import cn.qifeng.evaluation.scoring.domain.ScoringRefusal;
import cn.qifeng.kernel.Facts;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * A member reads what a bid's letter promises, as it was opened (查看投标函要素): beside the items of the preliminary review
 * that are about it. It names the leader of the project, so that it opens with the names; its price opens with the prices.
 */
@ApplicationScoped
public class ReadLetter {

    private final RunningSessions running;
    private final BidFiles files;

    ReadLetter(RunningSessions running, BidFiles files) {
        this.running = running;
        this.files = files;
    }

    /** The letter of the bid under this label of the caller's; refuses while names are covered. */
    public Letter of(SessionId id, String person, String label) {
        var session = running.read(id);
        var seat = RunningSessions.seated(session, person);
        requireOpen(session);
        var bidId = ScoringRules.labels(session, seat)
                .bid(label)
                .orElseThrow(() ->
                        ScoringRefusal.NO_SUCH_BID.with(Facts.of("label", label).map()));
        var letter = Letter.of(files.letter(session.order().lot(), bidId));
        return session.pricesOpen() ? letter : letter.withoutPrice();
    }

    private static void requireOpen(EvaluationSession session) {
        if (!session.identitiesOpen() || !session.stage().isFrom(Stage.SCORING)) {
            throw ScoringRefusal.FILE_NOT_OPEN.with(Facts.field("stage", session.stage(), Stage.REVIEWING)
                    .and("role", "LETTER")
                    .map());
        }
    }
}
