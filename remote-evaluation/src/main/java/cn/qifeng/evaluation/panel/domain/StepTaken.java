package cn.qifeng.evaluation.panel.domain;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * One look at the pool for a draw (抽取步骤).
 *
 * @param draw the draw that was opened; empty when too few could be drawn and the scope had to be widened
 * @param eligible how many could be drawn
 * @param needed how many seats were empty
 */
public record StepTaken(WidenStep step, DrawScope scope, int eligible, int needed, Optional<UUID> draw, Instant at) {

    public StepTaken {
        Objects.requireNonNull(step, "step");
        Objects.requireNonNull(scope, "scope");
        Objects.requireNonNull(draw, "draw");
        Objects.requireNonNull(at, "at");
    }
}
