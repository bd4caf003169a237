package cn.qifeng.evaluation.panel.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * How the draws of a session went so far (抽取过程).
 *
 * @param seed 32 secret bytes, hex, from which the codes of experts follow; made at the first look at the pool
 * @param plan what the centre set
 * @param step how far the scope is widened
 * @param taken every look at the pool, in order
 * @param exhausted whether the widest pool is empty too, so that experts can only be chosen directly
 * @param choice a direct choice that waits for the supervisor
 */
public record DrawCourse(
        Optional<String> seed,
        Optional<DrawPlan> plan,
        WidenStep step,
        List<StepTaken> taken,
        boolean exhausted,
        Optional<DirectChoice> choice) {

    public DrawCourse {
        taken = List.copyOf(taken);
    }

    /** Nothing happened yet. */
    public static DrawCourse begun() {
        return new DrawCourse(Optional.empty(), Optional.empty(), WidenStep.ASKED, List.of(), false, Optional.empty());
    }

    DrawCourse planned(DrawPlan set) {
        return new DrawCourse(seed, Optional.of(set), step, taken, exhausted, choice);
    }

    DrawCourse looked(String withSeed, StepTaken look, Optional<WidenStep> next) {
        var all = new ArrayList<>(taken);
        all.add(look);
        boolean drawn = look.draw().isPresent();
        return new DrawCourse(
                Optional.of(withSeed),
                plan,
                drawn ? look.step() : next.orElse(look.step()),
                all,
                !drawn && next.isEmpty(),
                choice);
    }

    DrawCourse choosing(DirectChoice asked) {
        return new DrawCourse(seed, plan, step, taken, exhausted, Optional.of(asked));
    }

    DrawCourse decided() {
        return new DrawCourse(seed, plan, step, taken, exhausted, Optional.empty());
    }

    /** The draws that were opened, in order. */
    public List<UUID> draws() {
        return taken.stream().flatMap(it -> it.draw().stream()).toList();
    }
}
