package cn.qifeng.evaluation.scoring.application;

import cn.qifeng.evaluation.adjustment.application.ReadFindings;
import cn.qifeng.evaluation.clarification.application.ReadClarifications;
import cn.qifeng.evaluation.information.application.ReadInformation;
import cn.qifeng.evaluation.panel.application.RunningSessions;
import cn.qifeng.evaluation.panel.domain.EvaluationSession;
import cn.qifeng.evaluation.panel.domain.SessionId;
import cn.qifeng.evaluation.panel.domain.Stage;
import cn.qifeng.evaluation.scoring.domain.Competition;
import cn.qifeng.evaluation.scoring.domain.EvaluationResult;
import cn.qifeng.evaluation.scoring.domain.Rejection;
import cn.qifeng.evaluation.scoring.domain.Rejections;
import cn.qifeng.evaluation.scoring.domain.Results;
import cn.qifeng.evaluation.scoring.domain.ScoringRefusal;
import cn.qifeng.evaluation.worktime.application.ReadEvaluationTime;
import cn.qifeng.kernel.Facts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;

/** The leader ends the review: price scores, totals and recommendation follow (汇总评审结果). */
@ApplicationScoped
public class ConcludeReview {

    private final RunningSessions running;
    private final Rejections rejections;
    private final ProposeRejection proposeRejection;
    private final ReadClarifications clarifications;
    private final ReadInformation information;
    private final ReadFindings findings;
    private final ReadEvaluationTime time;
    private final Results results;
    private final ReadSheets readSheets;
    private final ScoringEntries entries;

    ConcludeReview(
            RunningSessions running,
            Rejections rejections,
            ProposeRejection proposeRejection,
            ReadClarifications clarifications,
            ReadInformation information,
            ReadFindings findings,
            ReadEvaluationTime time,
            Results results,
            ReadSheets readSheets,
            ScoringEntries entries) {
        this.running = running;
        this.rejections = rejections;
        this.proposeRejection = proposeRejection;
        this.clarifications = clarifications;
        this.information = information;
        this.findings = findings;
        this.time = time;
        this.results = results;
        this.readSheets = readSheets;
        this.entries = entries;
    }

    /**
     * Ends the review; refuses while a vote or a question to a bidder or the procuring entity is open, an extension of the time is owed, a price
     * above the ceiling stands, or, in method M-E, something is not found of a bid.
     *
     * @param competition needed exactly when one or two bids are valid (R29)
     */
    @Transactional
    public EvaluationResult conclude(SessionId id, String person, Optional<Competition> competition) {
        var session = running.lock(id);
        requireLeader(session, person, Stage.REVIEWING);
        requireAnswered(clarifications, id);
        information.requireEnded(id);
        time.requireNothingOwed(session);
        var proposals = rejections.of(id.toString());
        requireDecided(proposals);
        var carried = proposals.stream().filter(Rejection::carried).toList();
        requireWithinCeiling(session, carried);
        if (ScoringRules.reviewed(session)) {
            ReviewSteps.requirePassed(session, proposals, readSheets.of(session));
        }
        var result = ScoringSteps.conclude(
                session,
                carried,
                competition,
                clarifications.corrected(id),
                findings.decided(id),
                () -> readSheets.of(session));
        results.add(id.toString(), result);
        var reviewed = session.reviewed();
        running.save(reviewed);
        result.totals().ifPresent(totals -> entries.scored(reviewed, totals));
        result.reviewed().ifPresent(ranking -> entries.reviewed(reviewed, ranking));
        return result;
    }

    static void requireLeader(EvaluationSession session, String person, Stage stage) {
        var number = RunningSessions.seated(session, person, stage).number();
        var leader = session.panel().leader().orElse("—");
        if (!number.equals(leader)) {
            throw ScoringRefusal.NOT_THE_LEADER.with(
                    Facts.field("member", number, leader).map());
        }
    }

    static void requireAnswered(ReadClarifications clarifications, SessionId id) {
        var open = clarifications.open(id);
        if (!open.isEmpty()) {
            throw ScoringRefusal.CLARIFICATIONS_OUTSTANDING.with(
                    Facts.field("clarifications", open, "none open").map());
        }
    }

    static void requireDecided(List<Rejection> proposals) {
        proposals.stream().filter(it -> !it.decided()).findFirst().ifPresent(it -> {
            throw ScoringRefusal.VOTES_OUTSTANDING.with(
                    Facts.field("rejection." + it.number(), it.votes().size(), it.members())
                            .map());
        });
    }

    private void requireWithinCeiling(EvaluationSession session, List<Rejection> carried) {
        proposeRejection.above(session).stream()
                .filter(bid -> carried.stream()
                        .noneMatch(it -> it.rejects() && it.bidId().equals(bid.bidId())))
                .findFirst()
                .ifPresent(bid -> {
                    throw ScoringRefusal.ABOVE_CEILING.with(
                            Facts.field("bid", bid.name(), "rejected as RJ5").map());
                });
    }
}
