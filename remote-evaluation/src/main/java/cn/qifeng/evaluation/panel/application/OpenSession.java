package cn.qifeng.evaluation.panel.application;

import cn.qifeng.evaluation.panel.domain.Ceremony;
import cn.qifeng.evaluation.panel.domain.EvaluationSession;
import cn.qifeng.evaluation.panel.domain.SessionId;
import cn.qifeng.evaluation.panel.domain.SessionOrder;
import cn.qifeng.evaluation.panel.domain.Sessions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** Opens the evaluation of a lot (启动评标); a repeated order of the same lot gets the same session. */
@ApplicationScoped
public class OpenSession {

    private final Sessions sessions;
    private final LabelSeeds seeds;

    OpenSession(Sessions sessions, LabelSeeds seeds) {
        this.sessions = sessions;
        this.seeds = seeds;
    }

    /** Refuses an order that breaks a rule of the panel or contradicts itself. */
    @Transactional
    public EvaluationSession open(SessionOrder order) {
        return sessions.ofLot(order.lot()).orElseGet(() -> {
            var ceremony = Ceremony.begun(UUID.randomUUID(), UUID.randomUUID(), seeds.next());
            var session = EvaluationSession.of(SessionId.random(), order, ceremony);
            sessions.add(session);
            return session;
        });
    }
}
