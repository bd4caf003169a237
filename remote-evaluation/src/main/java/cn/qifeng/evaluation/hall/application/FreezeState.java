package cn.qifeng.evaluation.hall.application;

import cn.qifeng.evaluation.hall.domain.Freeze;
import cn.qifeng.evaluation.hall.domain.Freezes;
import cn.qifeng.evaluation.hall.domain.HallRefusal;
import cn.qifeng.evaluation.panel.domain.FreezeGate;
import cn.qifeng.evaluation.panel.domain.SessionId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Whether a session is frozen (冻结状态); joins the transaction of whoever asks, which holds the session. */
@ApplicationScoped
class FreezeState implements FreezeGate {

    private final Freezes freezes;

    FreezeState(Freezes freezes) {
        this.freezes = freezes;
    }

    @Override
    public void requireRunning(SessionId session) {
        present(session).ifPresent(it -> {
            throw HallRefusal.FROZEN.at("frozen", it.begun().at(), "a session that goes on");
        });
    }

    /** The freeze that lasts, if there is one. */
    Optional<Freeze> present(SessionId session) {
        return freezes.of(session).stream().filter(Freeze::lasts).findFirst();
    }
}
