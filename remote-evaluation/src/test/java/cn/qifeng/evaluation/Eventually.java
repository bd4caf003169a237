package cn.qifeng.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for what another thread brings about, up to half a minute. */
final class Eventually {

    private static final Duration LONG = Duration.ofSeconds(30);

    private Eventually() {}

    static void holds(BooleanSupplier condition) {
        long until = System.nanoTime() + LONG.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("time").isLessThan(until);
            JobsOnDemand.run();
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
