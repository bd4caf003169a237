package cn.qifeng.evaluation.panel.application;

import cn.qifeng.evaluation.panel.domain.EvaluationSession;
import cn.qifeng.evaluation.panel.domain.SessionId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

/**
 * Takes a session back to the composition of its panel, because what was done is void (评审作废，重新评审): nothing is deleted,
 * everything is laid aside, and rounds go on behind those that were used.
 */
@ApplicationScoped
public class VoidEvaluation {

    private final RunningSessions running;
    private final PanelEntries entries;
    private final LabelSeeds seeds;
    private final Event<EvaluationVoided> voided;

    VoidEvaluation(RunningSessions running, PanelEntries entries, LabelSeeds seeds, Event<EvaluationVoided> voided) {
        this.running = running;
        this.entries = entries;
        this.seeds = seeds;
        this.voided = voided;
    }

    /**
     * By the decision on this fault; refuses behind the signed report.
     *
     * @param fault number in the session
     */
    @Transactional
    public EvaluationSession of(SessionId id, int fault) {
        var session = running.lockEvenFrozen(id);
        var anew = session.voided(seeds.next());
        running.save(anew);
        entries.voided(anew, fault);
        voided.fire(new EvaluationVoided(id, fault, session.reviewedOnce()));
        return anew;
    }
}
