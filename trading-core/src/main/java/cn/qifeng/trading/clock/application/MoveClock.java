package cn.qifeng.trading.clock.application;

import static cn.qifeng.trading.clock.domain.ClockRefusal.ONLY_FORWARD;
import static cn.qifeng.trading.clock.domain.ClockRefusal.ONLY_IN_SANDBOX;

import cn.qifeng.kernel.Facts;
import cn.qifeng.kernel.Refused;
import cn.qifeng.trading.clock.domain.ClockMoved;
import cn.qifeng.trading.clock.domain.ClockMoving;
import cn.qifeng.trading.clock.domain.ClockReading;
import cn.qifeng.trading.clock.domain.DecisionClock;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Duration;
import java.time.Instant;

/** Moves the legal clock of a sandbox forward, and does at once what became due by that. */
@ApplicationScoped
public class MoveClock {

    private final PlatformClock clock;
    private final DecisionClock decision;
    private final DueActs dueActs;
    private final Event<ClockMoving> moving;
    private final Event<ClockMoved> moved;

    MoveClock(
            PlatformClock clock,
            DecisionClock decision,
            DueActs dueActs,
            Event<ClockMoving> moving,
            Event<ClockMoved> moved) {
        this.clock = clock;
        this.decision = decision;
        this.dueActs = dueActs;
        this.moving = moving;
        this.moved = moved;
    }

    /** Moves it to a moment that is not past; refuses with {@code clock/only-forward}. */
    public ClockReading to(Instant target) {
        return forward(Duration.between(clock.now(), target), target);
    }

    /** Moves it forward by this much. */
    public ClockReading forward(Duration further) {
        return forward(further, further);
    }

    private ClockReading forward(Duration further, Object seen) {
        if (!clock.sandbox()) {
            throw ONLY_IN_SANDBOX.refused();
        }
        if (further.isNegative()) {
            throw new Refused(ONLY_FORWARD, Facts.field("to", seen, "not before " + clock.now()));
        }
        moving.fire(new ClockMoving(clock.now()));
        QuarkusTransaction.requiringNew().run(() -> {
            var from = clock.now();
            decision.advance(further);
            moved.fire(new ClockMoved(from, clock.now()));
        });
        dueActs.runRound();
        return clock.read();
    }
}
