package cn.qifeng.evaluation.adjustment.application;

import cn.qifeng.evaluation.adjustment.domain.AdjustmentFinding;
import cn.qifeng.evaluation.adjustment.domain.AdjustmentFindings;
import cn.qifeng.evaluation.adjustment.domain.AdjustmentRefusal;
import cn.qifeng.evaluation.panel.application.RunningSessions;
import cn.qifeng.evaluation.panel.domain.SessionId;
import cn.qifeng.evaluation.panel.domain.Stage;
import cn.qifeng.kernel.Facts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;

/** What a panel found for the declared adjustments (查询量化因素认定). */
@ApplicationScoped
public class ReadFindings {

    private final RunningSessions running;
    private final AdjustmentFindings findings;

    ReadFindings(RunningSessions running, AdjustmentFindings findings) {
        this.running = running;
        this.findings = findings;
    }

    /** All findings of a session, by number. */
    @Transactional
    public List<AdjustmentFinding> of(SessionId id) {
        return findings.of(id.toString());
    }

    /** All, for a member of the panel, from the review on. */
    @Transactional
    public List<AdjustmentFinding> forMember(SessionId id, String person) {
        RunningSessions.seated(running.read(id), person, Stage.REVIEWING, Stage.REPORTING, Stage.CONCLUDED);
        return of(id);
    }

    /** The same, of a review that ends; refuses while a finding waits for votes. */
    @Transactional
    public List<AdjustmentFinding> decided(SessionId id) {
        var all = of(id);
        all.stream().filter(it -> !it.decided()).findFirst().ifPresent(it -> {
            throw AdjustmentRefusal.VOTES_OUTSTANDING.with(
                    Facts.field("finding." + it.number(), it.votes().size(), it.members())
                            .map());
        });
        return all;
    }
}
