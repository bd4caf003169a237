package cn.qifeng.trading.opening.application;

import cn.qifeng.kernel.Facts;
import cn.qifeng.kernel.LotId;
import cn.qifeng.trading.opening.domain.BidOpening;
import cn.qifeng.trading.opening.domain.OpeningRefusal;
import cn.qifeng.trading.opening.domain.Openings;
import cn.qifeng.trading.opening.domain.Suspension;
import cn.qifeng.trading.opening.domain.Suspensions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Takes one step of an opening at a time: loads and locks the state, takes the step, keeps the next, tells others. */
@ApplicationScoped
class OpeningSteps {

    private final Openings openings;
    private final Suspensions suspensions;
    private final Event<OpeningChanged> changed;

    OpeningSteps(Openings openings, Suspensions suspensions, Event<OpeningChanged> changed) {
        this.openings = openings;
        this.suspensions = suspensions;
        this.changed = changed;
    }

    /** The opening; refuses with {@link OpeningRefusal#NO_SUCH_OPENING}. */
    BidOpening of(LotId lot) {
        return openings.of(lot).orElseThrow(() -> noSuchOpening(lot));
    }

    /** The opening in a state; refuses with {@link OpeningRefusal#WRONG_STEP} in another. */
    <S extends BidOpening> S in(LotId lot, Class<S> state) {
        requireGoingOn(lot);
        return as(of(lot), state);
    }

    /** Takes a step that is only possible in {@code state}, in the caller's transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    <S extends BidOpening, N extends BidOpening> N take(LotId lot, Class<S> state, Function<S, N> step) {
        var now = openings.locked(lot).orElseThrow(() -> noSuchOpening(lot));
        requireGoingOn(lot);
        var next = step.apply(as(now, state));
        openings.save(next);
        changed.fire(new OpeningChanged(lot));
        return next;
    }

    /** Suspends it, when {@code decide} says so of the state that it is in, in the caller's transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    void suspend(LotId lot, Function<BidOpening, Optional<Suspension>> decide) {
        var now = openings.locked(lot).orElseThrow(() -> noSuchOpening(lot));
        decide.apply(now).ifPresent(suspension -> {
            suspensions.save(suspension);
            openings.touch(lot);
            changed.fire(new OpeningChanged(lot));
        });
    }

    /**
     * Decides over its suspension in the caller's transaction; {@code decide} gives the state in which it goes on or ends.
     * Refuses with {@link OpeningRefusal#WRONG_STEP} when it is not suspended.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    void resume(LotId lot, UnaryOperator<Suspension> decision, BiFunction<BidOpening, Suspension, BidOpening> decide) {
        var now = openings.locked(lot).orElseThrow(() -> noSuchOpening(lot));
        var decided = decision.apply(suspension(lot).orElseThrow(OpeningRefusal.WRONG_STEP::refused));
        suspensions.save(decided);
        openings.save(decide.apply(now, decided));
        openings.touch(lot);
        changed.fire(new OpeningChanged(lot));
    }

    private void requireGoingOn(LotId lot) {
        if (suspension(lot).isPresent()) {
            throw OpeningRefusal.SUSPENDED.refused();
        }
    }

    /** The suspension that nobody has decided over. */
    private Optional<Suspension> suspension(LotId lot) {
        return suspensions.newest(lot).filter(Suspension::open);
    }

    private static <S extends BidOpening> S as(BidOpening now, Class<S> state) {
        if (now instanceof BidOpening.Failed && state != BidOpening.Failed.class) {
            throw OpeningRefusal.FAILED.refused();
        }
        if (!state.isInstance(now)) {
            throw OpeningRefusal.WRONG_STEP.with(
                    Facts.field("state", now.getClass().getSimpleName(), state.getSimpleName())
                            .map());
        }
        return state.cast(now);
    }

    private static RuntimeException noSuchOpening(LotId lot) {
        return OpeningRefusal.NO_SUCH_OPENING.with(Facts.of("lot", lot).map());
    }
}
