package cn.qifeng.evaluation.scoring.application;

import cn.qifeng.evaluation.blind.application.ReadBlindFiles;
import cn.qifeng.evaluation.clarification.application.ReadClarifications;
import cn.qifeng.evaluation.clarification.domain.CorrectionBound;
import cn.qifeng.evaluation.panel.application.RunningSessions;
import cn.qifeng.evaluation.panel.domain.BlindSetting;
import cn.qifeng.evaluation.panel.domain.BlindSetting.Breach;
import cn.qifeng.evaluation.panel.domain.CorrectionSetting;
import cn.qifeng.evaluation.panel.domain.CorrectionSetting.Price;
import cn.qifeng.evaluation.panel.domain.EvaluationSession;
import cn.qifeng.evaluation.panel.domain.OpenedBid;
import cn.qifeng.evaluation.panel.domain.ReviewItem;
import cn.qifeng.evaluation.panel.domain.SessionId;
import cn.qifeng.evaluation.panel.domain.Stage;
import cn.qifeng.evaluation.rework.application.ReadReworks;
import cn.qifeng.evaluation.scoring.domain.CeilingRule;
import cn.qifeng.evaluation.scoring.domain.Defect;
import cn.qifeng.evaluation.scoring.domain.PriorClarification;
import cn.qifeng.evaluation.scoring.domain.Rejection;
import cn.qifeng.evaluation.scoring.domain.RejectionBasis;
import cn.qifeng.evaluation.scoring.domain.RejectionCode;
import cn.qifeng.evaluation.scoring.domain.Rejections;
import cn.qifeng.evaluation.scoring.domain.RevealedJudgements;
import cn.qifeng.evaluation.scoring.domain.RevealedSheets;
import cn.qifeng.evaluation.scoring.domain.ScoringRefusal;
import cn.qifeng.kernel.Facts;
import cn.qifeng.kernel.Fen;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Proposes to reject a bid (提出否决), by a member or, for a price above the ceiling, by the platform itself. */
@ApplicationScoped
public class ProposeRejection {

    private static final String PRICE_FILE = "bid.json";

    private final RunningSessions running;
    private final Rejections rejections;
    private final ReadClarifications clarifications;
    private final ReadReworks reworks;
    private final ReadJudgements judgements;

    ProposeRejection(
            RunningSessions running,
            Rejections rejections,
            ReadClarifications clarifications,
            ReadReworks reworks,
            ReadJudgements judgements) {
        this.running = running;
        this.rejections = rejections;
        this.clarifications = clarifications;
        this.reworks = reworks;
        this.judgements = judgements;
    }

    /**
     * What a member proposes.
     *
     * @param clarification number of the clarification that came before, or {@code null}
     */
    public record Proposal(
            String bidId,
            RejectionCode code,
            String reason,
            String page,
            RejectionBasis basis,
            Integer clarification) {}

    /**
     * A member's proposal; refuses a bid that is rejected already or about which a proposal is open, and a basis on which
     * the bidder was not asked before; in a re-review also a bid that its approval does not name.
     */
    @Transactional
    public Rejection propose(SessionId id, String person, Proposal proposal) {
        var session = running.lock(id);
        RunningSessions.seated(session, person, Stage.SETTLING, Stage.REVIEWING);
        var bid = session.order()
                .bid(proposal.bidId())
                .orElseThrow(() -> ScoringRefusal.NO_SUCH_BID.with(
                        Facts.of("bidId", proposal.bidId()).map()));
        reworks.running(id).ifPresent(it -> it.requireCovered(bid.bidId()));
        var known = rejections.of(id.toString());
        if (known.stream().anyMatch(it -> it.blocks(bid.bidId(), proposal.basis()))) {
            throw ScoringRefusal.REJECTION_STANDS.with(
                    Facts.of("bidId", bid.bidId()).map());
        }
        requireBasis(session, bid, proposal);
        return add(session, proposal, proposal.basis() == RejectionBasis.ABOVE_CEILING, known.size() + 1);
    }

    /** Proposals for every price above the ceiling (R21), where the document holds the price read out against it. */
    void aboveCeiling(EvaluationSession session) {
        if (CorrectionSetting.of(session.order().method()).ceiling() == Price.SUNG) {
            session.order()
                    .evaluated()
                    .forEach(it -> proposeIfAbove(session, it, it.price().orElseThrow()));
        }
    }

    /** A proposal for every bid in which members found a ground while they scored it, with what all of them wrote. */
    void foundWhileScoring(EvaluationSession session, RevealedSheets sheets) {
        for (OpenedBid bid : session.admitted()) {
            var defects = sheets.defects(bid.bidId());
            var known = rejections.of(session.id().toString());
            if (!defects.isEmpty() && known.stream().noneMatch(it -> it.blocks(bid.bidId(), RejectionBasis.FACT))) {
                add(session, proposal(bid.bidId(), defects), false, known.size() + 1);
            }
        }
    }

    /** A proposal for every bid of which a member did not pass an item for a fact, with what all of them wrote. */
    void foundInScreening(EvaluationSession session, RevealedJudgements judgements) {
        for (OpenedBid bid : session.order().evaluated()) {
            var facts = judgements.failed(bid.bidId(), ScoringRules.reviewItems(session)).stream()
                    .map(RevealedJudgements.Said::judgement)
                    .filter(it -> !it.needsClarification())
                    .toList();
            if (!facts.isEmpty()) {
                int number = rejections.of(session.id().toString()).size() + 1;
                add(session, ScreeningWords.proposal(session.order(), bid.bidId(), facts), false, number);
            }
        }
    }

    private static Proposal proposal(String bidId, List<Defect> defects) {
        return new Proposal(
                bidId,
                defects.get(0).code(),
                defects.stream()
                        .map(it -> it.code() + "：" + it.reason())
                        .distinct()
                        .collect(Collectors.joining("；", "评分中发现，", "")),
                defects.stream().map(Defect::page).distinct().collect(Collectors.joining("；")),
                RejectionBasis.FACT,
                null);
    }

    /** A proposal above the ceiling for a corrected price, where the document holds that against the ceiling. */
    void on(@Observes CorrectionBound bound) {
        var session = running.read(bound.session());
        if (CorrectionSetting.of(session.order().method()).ceiling() == Price.CORRECTED) {
            proposeIfAbove(session, session.order().bid(bound.bidId()).orElseThrow(), bound.corrected());
        }
    }

    /** Bids above the ceiling, by the price that the document holds against it. */
    List<OpenedBid> above(EvaluationSession session) {
        return session.order().evaluated().stream()
                .filter(it -> ceiling(session).exceededBy(inUse(session, it)))
                .toList();
    }

    private void proposeIfAbove(EvaluationSession session, OpenedBid bid, Fen price) {
        var rule = ceiling(session);
        var known = rejections.of(session.id().toString());
        if (rule.exceededBy(price)
                && known.stream().noneMatch(it -> it.blocks(bid.bidId(), RejectionBasis.ABOVE_CEILING))) {
            var reason = "投标报价" + price + "元高于最高投标限价" + rule.ceiling() + "元";
            var proposal = new Proposal(
                    bid.bidId(), RejectionCode.RJ5, reason, PRICE_FILE, RejectionBasis.ABOVE_CEILING, null);
            add(session, proposal, true, known.size() + 1);
        }
    }

    private void requireBasis(EvaluationSession session, OpenedBid bid, Proposal proposal) {
        if (proposal.basis() == null || proposal.code() == null) {
            throw ScoringRefusal.REJECTION_INCOMPLETE.with(
                    Facts.field("code, basis", proposal.code() + ", " + proposal.basis(), "RJ1..RJ7 and its basis")
                            .map());
        }
        requireFailed(session, bid, proposal.code());
        if (!proposal.basis().fits(proposal.code())) {
            throw ScoringRefusal.BASIS_FOREIGN.with(
                    Facts.field("basis", proposal.basis(), "a basis of " + proposal.code())
                            .map());
        }
        var price = inUse(session, bid);
        if (proposal.basis() == RejectionBasis.ABOVE_CEILING
                && !ceiling(session).exceededBy(price)) {
            throw ScoringRefusal.BASIS_FOREIGN.with(Facts.field(
                            "priceFen",
                            price.value(),
                            "above " + session.order().ceilingFen())
                    .map());
        }
        if (proposal.basis() == RejectionBasis.BLIND_BREACH
                && (!ReadBlindFiles.isBlind(session) || session.stage() == Stage.SETTLING)) {
            throw ScoringRefusal.BASIS_FOREIGN.with(
                    Facts.field("method.blind", "—", "rules for blind files").map());
        }
        PriorClarification.check(
                bid.bidId(),
                proposal.basis(),
                Optional.ofNullable(proposal.clarification()),
                clarifications.of(session.id()));
    }

    /** In the preliminary review nothing is proposed but the ground of what a member did not pass, and no price. */
    private void requireFailed(EvaluationSession session, OpenedBid bid, RejectionCode code) {
        if (session.stage() != Stage.SETTLING) {
            return;
        }
        if (code == RejectionCode.RJ5) {
            throw ScoringRefusal.PRICE_SHUT.with(
                    Facts.field("code", code, "a ground but RJ5").map());
        }
        if (!failed(session, bid, code)) {
            throw ScoringRefusal.GROUND_NOT_FAILED.with(
                    Facts.field("code", code, "the ground of an item that a member did not pass")
                            .map());
        }
    }

    /** Whether a member did not pass an item of this bid that the tender document ties to this ground. */
    private boolean failed(EvaluationSession session, OpenedBid bid, RejectionCode code) {
        var grounds = session.order().review().stream().collect(Collectors.toMap(ReviewItem::item, ReviewItem::ground));
        return judgements.of(session).stream()
                .flatMap(it -> it.failed(bid.bidId(), ScoringRules.reviewItems(session)).stream())
                .anyMatch(it -> grounds.get(it.judgement().item()).equals(code.name()));
    }

    private Fen inUse(EvaluationSession session, OpenedBid bid) {
        var which = CorrectionSetting.of(session.order().method()).ceiling();
        return PricesInUse.of(bid, which, clarifications.corrected(session.id()));
    }

    private static CeilingRule ceiling(EvaluationSession session) {
        return new CeilingRule(new Fen(session.order().ceilingFen()));
    }

    private static Breach effect(EvaluationSession session, RejectionBasis basis) {
        return basis == RejectionBasis.BLIND_BREACH
                ? BlindSetting.of(session.order().method()).orElseThrow().breach()
                : Breach.REJECT;
    }

    private Rejection add(EvaluationSession session, Proposal proposal, boolean compulsory, int number) {
        var rejection = new Rejection(
                number,
                proposal.bidId(),
                proposal.code(),
                proposal.reason(),
                proposal.page(),
                proposal.basis(),
                Optional.ofNullable(proposal.clarification()),
                compulsory,
                session.panel().size(),
                List.of(),
                effect(session, proposal.basis()));
        rejections.save(session.id().toString(), rejection);
        return rejection;
    }
}
