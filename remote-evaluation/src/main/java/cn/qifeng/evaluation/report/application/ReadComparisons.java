package cn.qifeng.evaluation.report.application;

import cn.qifeng.evaluation.panel.application.Hosts;
import cn.qifeng.evaluation.panel.application.RunningSessions;
import cn.qifeng.evaluation.panel.domain.EvaluationSession;
import cn.qifeng.evaluation.panel.domain.PanelRefusal;
import cn.qifeng.evaluation.panel.domain.SessionId;
import cn.qifeng.evaluation.rework.application.ReadReworks;
import cn.qifeng.evaluation.scoring.application.CompareReviews;
import cn.qifeng.kernel.Facts;
import cn.qifeng.kernel.LotId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;

/** Shows what re-reviews changed (查看复评对照): the panel as soon as it has concluded, others once the report is signed. */
@ApplicationScoped
public class ReadComparisons {

    private final RunningSessions running;
    private final ReadReworks reworks;
    private final CompareReviews compare;
    private final Hosts hosts;

    ReadComparisons(RunningSessions running, ReadReworks reworks, CompareReviews compare, Hosts hosts) {
        this.running = running;
        this.reworks = reworks;
        this.compare = compare;
        this.hosts = hosts;
    }

    /** The comparisons of a lot, and its session for the names in them. */
    public record Comparisons(EvaluationSession session, List<ReviewedOnceMore> reviews) {}

    /** For a member of the panel. */
    @Transactional
    public Comparisons ofMember(SessionId id, String person) {
        var session = running.read(id);
        RunningSessions.seated(session, person);
        return all(session, true);
    }

    /** For a supervisor, and for the host of the lot; others do not learn that there is a session. */
    @Transactional
    public Comparisons ofLot(LotId lot, Optional<String> host) {
        var session = running.ofLot(lot);
        boolean own = host.isEmpty() || hosts.is(session, host.get());
        if (!own) {
            throw PanelRefusal.NO_SUCH_SESSION.with(Facts.of("lot", lot).map());
        }
        return all(session, false);
    }

    private Comparisons all(EvaluationSession session, boolean member) {
        return new Comparisons(
                session,
                reworks.of(session.id()).stream()
                        .filter(it -> member || it.done())
                        .flatMap(it ->
                                compare.of(session, it).map(changed -> new ReviewedOnceMore(it, changed)).stream())
                        .toList());
    }
}
