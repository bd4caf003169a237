package cn.qifeng.trading.opening.application;

import cn.qifeng.kernel.LotId;
import cn.qifeng.trading.opening.domain.BidOpening.Drawing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** Takes over the coefficient K (系数) once its draw has a result under a published head; the trustees may press. */
@ApplicationScoped
public class NoteCoefficient {

    private final OpeningSteps steps;
    private final OpeningClock clock;
    private final CoefficientDraws draws;

    NoteCoefficient(OpeningSteps steps, OpeningClock clock, CoefficientDraws draws) {
        this.steps = steps;
        this.clock = clock;
        this.draws = draws;
    }

    /** Goes on when the draw has a result; nothing otherwise. */
    @Transactional
    public void note(LotId lot) {
        var drawing = steps.in(lot, Drawing.class);
        draws.result(drawing.draw())
                .ifPresent(k -> steps.take(lot, Drawing.class, current -> current.drawn(k, clock.now())));
    }
}
