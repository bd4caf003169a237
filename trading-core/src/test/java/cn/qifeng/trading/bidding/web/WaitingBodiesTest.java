package cn.qifeng.trading.bidding.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Bodies of one person that wait have a bound 在途请求体")
class WaitingBodiesTest {

    private static final int SEAL = 192 * 1024;

    private final WaitingBodies bodies = new WaitingBodies();

    @Test
    void tenSealsOfTheLargestSizeMayWaitAtOnce() {
        for (int i = 0; i < 10; i++) {
            assertThat(bodies.admit("bidder", SEAL)).isTrue();
        }
        assertThat(bodies.admit("bidder", SEAL)).isFalse();
    }

    @Test
    void onePersonsBodiesAreNobodyElsesTrouble() {
        assertThat(bodies.admit("loud", WaitingBodies.BYTES_MAX)).isTrue();

        assertThat(bodies.admit("loud", 1)).isFalse();
        assertThat(bodies.admit("quiet", SEAL)).isTrue();
    }

    @Test
    void whatIsAnsweredMakesRoomAndWhatWasRefusedCountsNothing() {
        assertThat(bodies.admit("bidder", WaitingBodies.BYTES_MAX)).isTrue();
        assertThat(bodies.admit("bidder", SEAL)).isFalse();

        bodies.release("bidder", WaitingBodies.BYTES_MAX);

        assertThat(bodies.admit("bidder", WaitingBodies.BYTES_MAX)).isTrue();
    }
}
