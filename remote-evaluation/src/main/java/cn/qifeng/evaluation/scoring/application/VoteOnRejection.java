package cn.qifeng.evaluation.scoring.application;

import cn.qifeng.evaluation.panel.application.RunningSessions;
import cn.qifeng.evaluation.panel.application.SignedStatements;
import cn.qifeng.evaluation.panel.domain.EvaluationSession;
import cn.qifeng.evaluation.panel.domain.SessionId;
import cn.qifeng.evaluation.panel.domain.Stage;
import cn.qifeng.evaluation.scoring.domain.Rejection;
import cn.qifeng.evaluation.scoring.domain.RejectionVote;
import cn.qifeng.evaluation.scoring.domain.Rejections;
import cn.qifeng.evaluation.scoring.domain.ScoringRefusal;
import cn.qifeng.kernel.Facts;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.json.Fields;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Set;

/** Members vote on a proposal to reject, each with an own signed statement (否决表决). */
@ApplicationScoped
public class VoteOnRejection {

    private static final String FOR = "FOR";
    private static final String AGAINST = "AGAINST";

    private final RunningSessions running;
    private final Rejections rejections;
    private final ScoringEntries entries;

    VoteOnRejection(RunningSessions running, Rejections rejections, ScoringEntries entries) {
        this.running = running;
        this.rejections = rejections;
        this.entries = entries;
    }

    /** The doc of a vote; the client adds {@code vote} ({@code FOR}, {@code AGAINST}), {@code opinion}, {@code seen}. */
    @Transactional
    public ObjectNode toSign(SessionId id, String person, int number) {
        var session = running.read(id);
        RunningSessions.seated(session, person);
        return template(session, find(id, number));
    }

    /** Takes a signed vote; the last one decides and is recorded. */
    @Transactional
    public Rejection vote(SessionId id, String person, int number, JsonNode json) {
        var session = running.lock(id);
        var seat = RunningSessions.seated(session, person, Stage.SETTLING, Stage.REVIEWING);
        var rejection = find(id, number);
        var statement =
                SignedStatements.verified(json, template(session, rejection), Set.of("vote", "opinion"), seat.member());
        var fields = Fields.of(statement.doc());
        var vote = fields.text("vote");
        if (!vote.equals(FOR) && !vote.equals(AGAINST)) {
            throw ScoringRefusal.REJECTION_INCOMPLETE.with(
                    Facts.field("vote", vote, FOR + " or " + AGAINST).map());
        }
        var voted = rejection.with(new RejectionVote(
                seat.member(), vote.equals(FOR), fields.text("opinion"), SignedStatements.text(statement)));
        rejections.save(id.toString(), voted);
        if (voted.decided()) {
            entries.rejected(session, voted);
        }
        return voted;
    }

    private Rejection find(SessionId id, int number) {
        return rejections.of(id.toString()).stream()
                .filter(it -> it.number() == number)
                .findFirst()
                .orElseThrow(() -> ScoringRefusal.NO_SUCH_REJECTION.with(
                        Facts.of("rejection", number).map()));
    }

    private static ObjectNode template(EvaluationSession session, Rejection rejection) {
        return CanonicalJson.object()
                .put("type", "rejection-vote")
                .put("v", 1)
                .put("tender", session.order().tender().toString())
                .put("session", session.id().toString())
                .put("rejection", rejection.number())
                .put("bidId", rejection.bidId())
                .put("code", rejection.code().name())
                .put("reason", rejection.reason())
                .put("page", rejection.page())
                .put("basis", rejection.basis().name())
                .put("clarification", rejection.clarification().orElse(null));
    }
}
