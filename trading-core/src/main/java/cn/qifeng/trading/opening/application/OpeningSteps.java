package cn.qifeng.trading.opening.application;

import cn.qifeng.kernel.Facts;
import cn.qifeng.kernel.LotId;
import cn.qifeng.trading.opening.domain.BidOpening;
import cn.qifeng.trading.opening.domain.OpeningRefusal;
import cn.qifeng.trading.opening.domain.Openings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.util.function.Function;

/** Takes one step of an opening at a time: loads and locks the state, takes the step, keeps the next, tells others. */
@ApplicationScoped
class OpeningSteps {

    private final Openings openings;
    private final Event<OpeningChanged> changed;

    OpeningSteps(Openings openings, Event<OpeningChanged> changed) {
        this.openings = openings;
        this.changed = changed;
    }

    /** The opening; refuses with {@link OpeningRefusal#NO_SUCH_OPENING}. */
    BidOpening of(LotId lot) {
        return openings.of(lot).orElseThrow(() -> noSuchOpening(lot));
    }

    /** The opening in a state; refuses with {@link OpeningRefusal#WRONG_STEP} in another. */
    <S extends BidOpening> S in(LotId lot, Class<S> state) {
        return as(of(lot), state);
    }

    /** Takes a step that is only possible in {@code state}, in the caller's transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    <S extends BidOpening, N extends BidOpening> N take(LotId lot, Class<S> state, Function<S, N> step) {
        var now = openings.locked(lot).orElseThrow(() -> noSuchOpening(lot));
        var next = step.apply(as(now, state));
        openings.save(next);
        changed.fire(new OpeningChanged(lot));
        return next;
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
