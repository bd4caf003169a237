package cn.qifeng.evaluation.panel.application;

import cn.qifeng.evaluation.panel.domain.Ceremony;
import cn.qifeng.evaluation.panel.domain.EvaluationSession;
import cn.qifeng.evaluation.panel.domain.SessionId;
import cn.qifeng.evaluation.panel.domain.SessionOrder;
import cn.qifeng.evaluation.panel.domain.Sessions;
import cn.qifeng.trust.hash.Hex;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.util.UUID;

/** Opens the evaluation of a lot (启动评标); a repeated order of the same lot gets the same session. */
@ApplicationScoped
public class OpenSession {

    private static final int SEED_BYTES = 32;

    private final Sessions sessions;
    private final SecureRandom random = new SecureRandom();

    OpenSession(Sessions sessions) {
        this.sessions = sessions;
    }

    /** Refuses an order that breaks a rule of the panel or contradicts itself. */
    @Transactional
    public EvaluationSession open(SessionOrder order) {
        return sessions.ofLot(order.lot()).orElseGet(() -> {
            var ceremony = Ceremony.begun(UUID.randomUUID(), UUID.randomUUID(), seed());
            var session = EvaluationSession.of(SessionId.random(), order, ceremony);
            sessions.add(session);
            return session;
        });
    }

    private String seed() {
        var seed = new byte[SEED_BYTES];
        random.nextBytes(seed);
        return Hex.encode(seed);
    }
}
