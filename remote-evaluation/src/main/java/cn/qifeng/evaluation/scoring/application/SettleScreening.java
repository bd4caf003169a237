package cn.qifeng.evaluation.scoring.application;

import cn.qifeng.evaluation.clarification.application.ReadClarifications;
import cn.qifeng.evaluation.clarification.domain.Clarification;
import cn.qifeng.evaluation.clarification.domain.Finding;
import cn.qifeng.evaluation.information.application.ReadInformation;
import cn.qifeng.evaluation.panel.application.MemberLeft;
import cn.qifeng.evaluation.panel.application.RunningSessions;
import cn.qifeng.evaluation.panel.domain.EvaluationSession;
import cn.qifeng.evaluation.panel.domain.OpenedBid;
import cn.qifeng.evaluation.panel.domain.SessionId;
import cn.qifeng.evaluation.panel.domain.Stage;
import cn.qifeng.evaluation.rework.application.ReadReworks;
import cn.qifeng.evaluation.scoring.domain.Competition;
import cn.qifeng.evaluation.scoring.domain.EvaluationResult;
import cn.qifeng.evaluation.scoring.domain.EvaluationResult.Outcome;
import cn.qifeng.evaluation.scoring.domain.Rejection;
import cn.qifeng.evaluation.scoring.domain.Rejections;
import cn.qifeng.evaluation.scoring.domain.Results;
import cn.qifeng.evaluation.scoring.domain.RevealedJudgements;
import cn.qifeng.evaluation.scoring.domain.RevealedJudgements.Said;
import cn.qifeng.evaluation.scoring.domain.ScoringRefusal;
import cn.qifeng.evaluation.worktime.application.ReadEvaluationTime;
import cn.qifeng.kernel.Facts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Ends the preliminary review (初步评审结论): bids that every member passed go on by themselves; the panel votes on each that
 * a member did not pass, and its leader concludes.
 */
@ApplicationScoped
public class SettleScreening {

    private final RunningSessions running;
    private final Rejections rejections;
    private final ProposeRejection proposeRejection;
    private final ReadJudgements judgements;
    private final ReadClarifications clarifications;
    private final ReadInformation information;
    private final ReadEvaluationTime time;
    private final ReadReworks reworks;
    private final Results results;
    private final OpenPrices openPrices;
    private final ScoringEntries entries;

    SettleScreening(
            RunningSessions running,
            Rejections rejections,
            ProposeRejection proposeRejection,
            ReadJudgements judgements,
            ReadClarifications clarifications,
            ReadInformation information,
            ReadEvaluationTime time,
            ReadReworks reworks,
            Results results,
            OpenPrices openPrices,
            ScoringEntries entries) {
        this.running = running;
        this.rejections = rejections;
        this.proposeRejection = proposeRejection;
        this.judgements = judgements;
        this.clarifications = clarifications;
        this.information = information;
        this.time = time;
        this.reworks = reworks;
        this.results = results;
        this.openPrices = openPrices;
        this.entries = entries;
    }

    /** Every judgement is open: where everybody passed every bid nothing is left to decide. */
    void opened(EvaluationSession session) {
        var evaluated = session.order().evaluated();
        var facts = facts(session);
        boolean clean =
                evaluated.stream().allMatch(it -> facts.failed(it.bidId()).isEmpty());
        if (clean && evaluated.size() >= Competition.VALID_MIN) {
            finish(session, Set.of(), Optional.empty());
            return;
        }
        var settling = session.judged();
        running.save(settling);
        proposeRejection.foundInScreening(settling, facts.judgements());
    }

    /**
     * The leader concludes; refuses while a vote or a question is open, an extension of the time is owed, or a bid that a
     * member did not pass is decided in neither way.
     *
     * @param competition needed exactly when one or two bids are left (R29)
     */
    @Transactional
    public EvaluationSession conclude(SessionId id, String person, Optional<Competition> competition) {
        var session = running.lock(id);
        ConcludeReview.requireLeader(session, person, Stage.SETTLING);
        ConcludeReview.requireAnswered(clarifications, id);
        information.requireEnded(id);
        time.requireNothingOwed(session);
        var proposals = rejections.of(id.toString());
        ConcludeReview.requireDecided(proposals);
        var facts = facts(session);
        session.order().evaluated().forEach(it -> facts.requireSettled(it, proposals));
        var out = proposals.stream()
                .filter(Rejection::rejects)
                .map(Rejection::bidId)
                .collect(Collectors.toCollection(TreeSet::new));
        int left = session.order().evaluated().size() - out.size();
        Competition.check(left, competition, session.order().procurement());
        return finish(session, out, competition);
    }

    /**
     * A member left: the panel votes anew on what it decided in the preliminary review. In a re-review what the first review
     * rejected stays proposed, and only the vote of who left is void; what the preliminary review decided is closed.
     */
    void on(@Observes MemberLeft left) {
        var id = left.session().toString();
        if (reworks.running(left.session()).isEmpty()) {
            rejections.voidAll(id);
            return;
        }
        var closed = running.read(left.session()).screening().out();
        rejections.of(id).stream()
                .filter(it -> !closed.contains(it.bidId()))
                .forEach(it -> rejections.save(id, it.without(left.member())));
    }

    private EvaluationSession finish(EvaluationSession session, Set<String> out, Optional<Competition> competition) {
        boolean ends = out.size() == session.order().evaluated().size()
                || competition
                        .map(it -> it.choice() == Competition.Choice.REJECT_ALL)
                        .orElse(false);
        var next = session.screened(
                out, ends, competition.map(ScreeningWords::finding).orElse(""));
        running.save(next);
        entries.screened(session, out, competition);
        if (ends) {
            var carried = rejections.of(session.id().toString()).stream()
                    .filter(Rejection::rejects)
                    .toList();
            results.add(
                    session.id().toString(),
                    new EvaluationResult(
                            Outcome.ALL_REJECTED,
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            competition,
                            carried));
        }
        openPrices.open(next);
        return next;
    }

    private Settled facts(EvaluationSession session) {
        return new Settled(
                judgements.of(session).orElseThrow(),
                ScoringRules.reviewItems(session),
                clarifications.of(session.id()));
    }

    /** What every member judged, and what bidders were asked about it; read once. */
    private record Settled(RevealedJudgements judgements, List<String> items, List<Clarification> asked) {

        List<Said> failed(String bidId) {
            return judgements.failed(bidId, items);
        }

        void requireSettled(OpenedBid bid, List<Rejection> proposals) {
            boolean voted = proposals.stream().anyMatch(it -> it.bidId().equals(bid.bidId()));
            boolean cleared = failed(bid.bidId()).stream().allMatch(it -> cleared(bid, it));
            if (!voted && !cleared) {
                throw ScoringRefusal.NOT_SETTLED.with(
                        Facts.field("bid", bid.name(), "a vote, or a clarification that the panel accepted")
                                .map());
            }
        }

        /** Whether the bidder was asked what the member could not understand, and the panel accepted the answer. */
        private boolean cleared(OpenedBid bid, Said said) {
            return said.judgement().needsClarification() && asked.stream().anyMatch(it -> accepted(it, bid, said));
        }

        private static boolean accepted(Clarification asked, OpenedBid bid, Said said) {
            var kinds = said.judgement().basis().orElseThrow().priorKinds();
            return asked.question().bidId().equals(bid.bidId())
                    && kinds.contains(asked.question().kind())
                    && asked.finding().equals(Optional.of(Finding.ACCEPTED));
        }
    }
}
