package cn.qifeng.trust.envelope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.qifeng.kernel.Refused;
import cn.qifeng.trust.fixture.People;
import cn.qifeng.trust.gcrypt.Gcrypt;
import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Frames verified where they lie 逐帧验密")
class FrameCheckTest {

    private static final int MEGABYTES = 8;
    private static final int ROUNDS = 48;
    private static final double MEGABYTES_A_MINUTE = 1000;

    private final Bids bid = new Bids(
            People.twoOfThree(),
            OpeningMode.TRUSTEES,
            1,
            null,
            List.of(new byte[] {1}, new byte[] {2}, new byte[MEGABYTES * Frames.SIZE + 17]));
    private final FrameCheck file =
            new BidOpener(Gcrypt.fastest()).frames((BidOpening.Opened) bid.open(bid.header(), 1, 2), 3);

    @Test
    void holdInAnyOrderInsideAndOutsideTheHeap() {
        assertThat(file.frames()).isEqualTo(MEGABYTES + 1);
        for (int i : new int[] {MEGABYTES, 0, 7}) {
            assertThatCode(() -> file.check(i, inside(i))).doesNotThrowAnyException();
            assertThatCode(() -> file.check(i, outside(i))).doesNotThrowAnyException();
        }
    }

    @Test
    void doNotHoldWhenOneBitIsOtherOrTheFrameIsAnother() {
        for (var frame : List.of(inside(3), outside(3))) {
            frame.put(500, (byte) (frame.get(500) ^ 1));
            assertForged(3, frame);
        }
        assertForged(4, outside(3));
        assertForged(3, outside(3).limit(Frames.STORED_MAX - 1));
        assertForged(3, outside(3).limit(5));
    }

    @Test
    @DisplayName("E-07 more than 1 GB a minute are decrypted and verified")
    void areFasterThanAGigabyteAMinute() {
        var frame = outside(0);
        var stored = inside(0);
        long began = System.nanoTime();
        for (int i = 0; i < ROUNDS; i++) {
            file.check(0, frame.put(0, stored.array()));
        }
        double minutes = (System.nanoTime() - began) / 60e9;
        assertThat(ROUNDS / minutes).isGreaterThan(MEGABYTES_A_MINUTE);
    }

    private void assertForged(int i, ByteBuffer frame) {
        assertThatThrownBy(() -> file.check(i, frame))
                .isInstanceOfSatisfying(
                        Refused.class, forged -> assertThat(forged.code()).isEqualTo(EnvelopeFinding.FRAME_FORGED));
    }

    private ByteBuffer inside(int i) {
        return ByteBuffer.wrap(bid.frames.get(3).get(i).clone());
    }

    private ByteBuffer outside(int i) {
        return ByteBuffer.allocateDirect(file.storedLength(i)).put(inside(i)).flip();
    }
}
