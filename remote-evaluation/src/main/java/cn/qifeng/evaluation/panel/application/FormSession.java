package cn.qifeng.evaluation.panel.application;

import cn.qifeng.evaluation.panel.domain.EvaluationSession;
import cn.qifeng.evaluation.panel.domain.SessionId;
import cn.qifeng.evaluation.panel.domain.Sessions;
import cn.qifeng.evaluation.panel.domain.Stage;
import cn.qifeng.evaluation.panel.domain.TradingCore;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;

/** Has the session's key set made by its trustees, and goes on to the draw once it is complete (生成会议密钥). */
@ApplicationScoped
class FormSession {

    private final Sessions sessions;
    private final TradingCore core;
    private final PanelEntries entries;

    FormSession(Sessions sessions, TradingCore core, PanelEntries entries) {
        this.sessions = sessions;
        this.core = core;
        this.entries = entries;
    }

    /** Asks for the key set (again), and takes it when it is complete. */
    void advance(EvaluationSession session) {
        var order = session.order();
        int threshold = order.trustees().size() / 2 + 1;
        var id = session.ceremony().keySet();
        core.requestKeySet(id, order.tender(), session.id(), threshold, order.trustees());
        core.keySet(id).ifPresent(it -> form(session.id(), it));
    }

    private void form(SessionId id, TradingCore.CompleteKeySet complete) {
        QuarkusTransaction.requiringNew().run(() -> {
            var session = sessions.lock(id).orElseThrow();
            if (session.stage() == Stage.FORMING) {
                var formed = session.formed(complete.set(), complete.json());
                sessions.save(formed);
                entries.opened(formed);
            }
        });
    }
}
