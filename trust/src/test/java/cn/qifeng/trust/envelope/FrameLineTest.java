package cn.qifeng.trust.envelope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Frames on several threads")
class FrameLineTest {

    @Test
    void handsOnInTheOrderOfTheWork() throws IOException {
        List<Integer> taken = new ArrayList<>();
        try (var line = new FrameLine<Integer>(4, taken::add)) {
            for (int i = 0; i < 200; i++) {
                int number = i;
                line.add(() -> {
                    Thread.sleep(number % 3);
                    return number;
                });
            }
            line.finish();
        }

        assertThat(taken).isEqualTo(IntStream.range(0, 200).boxed().toList());
    }

    @Test
    void keepsAtMostTwoFramesForEachThreadUnderWay() throws IOException {
        var begun = new AtomicInteger();
        var taken = new AtomicInteger();
        var most = new AtomicInteger();
        try (var line = new FrameLine<Integer>(2, any -> taken.incrementAndGet())) {
            for (int i = 0; i < 100; i++) {
                most.accumulateAndGet(begun.incrementAndGet() - taken.get(), Math::max);
                line.add(() -> 0);
            }
            line.finish();
        }

        assertThat(most.get()).isBetween(2, 5);
        assertThat(taken.get()).isEqualTo(100);
    }

    @Test
    void stopsAtTheFirstFrameThatFails() {
        List<Integer> taken = new ArrayList<>();
        assertThatThrownBy(() -> {
                    try (var line = new FrameLine<Integer>(2, taken::add)) {
                        for (int i = 0; i < 20; i++) {
                            int number = i;
                            line.add(() -> {
                                if (number == 7) {
                                    throw EnvelopeFinding.FRAME_FORGED.at("frame", number, "good");
                                }
                                return number;
                            });
                        }
                        line.finish();
                    }
                })
                .hasMessageContaining("envelope/frame-forged");
        assertThat(taken).isEqualTo(IntStream.range(0, 7).boxed().toList());
    }
}
