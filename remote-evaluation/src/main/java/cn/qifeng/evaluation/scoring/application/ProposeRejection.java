package cn.qifeng.evaluation.scoring.application;

import cn.qifeng.evaluation.panel.application.RunningSessions;
import cn.qifeng.evaluation.panel.domain.EvaluationSession;
import cn.qifeng.evaluation.panel.domain.SessionId;
import cn.qifeng.evaluation.panel.domain.Stage;
import cn.qifeng.evaluation.scoring.domain.CeilingRule;
import cn.qifeng.evaluation.scoring.domain.Rejection;
import cn.qifeng.evaluation.scoring.domain.RejectionCode;
import cn.qifeng.evaluation.scoring.domain.Rejections;
import cn.qifeng.evaluation.scoring.domain.ScoringRefusal;
import cn.qifeng.kernel.Facts;
import cn.qifeng.kernel.Fen;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;

/** Proposes to reject a bid (提出否决), by a member or, for a price above the ceiling, by the platform itself. */
@ApplicationScoped
public class ProposeRejection {

    private static final String PRICE_FILE = "bid.json";

    private final RunningSessions running;
    private final Rejections rejections;

    ProposeRejection(RunningSessions running, Rejections rejections) {
        this.running = running;
        this.rejections = rejections;
    }

    /** A member's proposal; refuses a bid that is rejected already or about which a proposal is open. */
    @Transactional
    public Rejection propose(
            SessionId id, String person, String bidId, RejectionCode code, String reason, String page) {
        var session = running.lock(id);
        RunningSessions.seated(session, person, Stage.REVIEWING);
        if (session.order().bid(bidId).isEmpty()) {
            throw ScoringRefusal.NO_SUCH_BID.with(Facts.of("bidId", bidId).map());
        }
        var known = rejections.of(id.toString());
        if (known.stream().anyMatch(it -> it.blocks(bidId))) {
            throw ScoringRefusal.REJECTION_STANDS.with(Facts.of("bidId", bidId).map());
        }
        return add(session, new Proposal(bidId, code, reason, page, false), known.size() + 1);
    }

    /** Proposals for every price above the ceiling (R21). */
    void aboveCeiling(EvaluationSession session) {
        var rule = new CeilingRule(new Fen(session.order().ceilingFen()));
        int number = rejections.of(session.id().toString()).size();
        for (var bid : session.order().evaluated()) {
            var price = bid.price().orElseThrow();
            if (rule.exceededBy(price)) {
                String reason = "投标报价" + price + "元高于最高投标限价" + rule.ceiling() + "元";
                number++;
                add(session, new Proposal(bid.bidId(), RejectionCode.RJ5, reason, PRICE_FILE, true), number);
            }
        }
    }

    private Rejection add(EvaluationSession session, Proposal proposal, int number) {
        var rejection = new Rejection(
                number,
                proposal.bidId(),
                proposal.code(),
                proposal.reason(),
                proposal.page(),
                proposal.compulsory(),
                session.panel().size(),
                List.of());
        rejections.save(session.id().toString(), rejection);
        return rejection;
    }

    private record Proposal(String bidId, RejectionCode code, String reason, String page, boolean compulsory) {}
}
