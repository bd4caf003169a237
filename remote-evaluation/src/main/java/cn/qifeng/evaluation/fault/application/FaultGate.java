package cn.qifeng.evaluation.fault.application;

import cn.qifeng.evaluation.fault.domain.Fault;
import cn.qifeng.evaluation.fault.domain.FaultRefusal;
import cn.qifeng.evaluation.fault.domain.Faults;
import cn.qifeng.evaluation.panel.domain.FreezeGate;
import cn.qifeng.evaluation.panel.domain.SessionId;
import cn.qifeng.kit.clock.LegalClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** Whether a session stands still for a fault (故障停止); joins the transaction of whoever asks, which holds the session. */
@ApplicationScoped
class FaultGate implements FreezeGate {

    private final Faults faults;
    private final LegalClock clock;

    FaultGate(Faults faults, LegalClock clock) {
        this.faults = faults;
        this.clock = clock;
    }

    @Override
    public void requireRunning(SessionId session) {
        var all = faults.of(session);
        if (all.isEmpty()) {
            return;
        }
        var now = clock.now();
        all.stream().filter(it -> it.stops(now)).findFirst().ifPresent(it -> stopped(it, now));
    }

    private static void stopped(Fault fault, Instant now) {
        throw FaultRefusal.STOPPED.at("fault", fault.state(now), "a session that goes on");
    }
}
