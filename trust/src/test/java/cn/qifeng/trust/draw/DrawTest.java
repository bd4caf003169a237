package cn.qifeng.trust.draw;

import static cn.qifeng.trust.fixture.Refusals.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import cn.qifeng.trust.TrustRefusal;
import cn.qifeng.trust.hash.Bytes;
import cn.qifeng.trust.hash.Sm3;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Draws 随机抽取")
class DrawTest {

    private static final UUID ID = new UUID(1, 2);
    private static final byte[] POOL = Draw.poolHash(List.of("0.95", "0.96", "0.97"));

    @Test
    void dependOnEveryNonceAndNotOnTheOrderOfArrival() {
        var a = Sm3.of(Bytes.ascii("a"));
        var b = Sm3.of(Bytes.ascii("b"));

        assertThat(Draw.seed(ID, POOL, Map.of("01", a, "02", b)))
                .isEqualTo(Draw.seed(ID, POOL, Map.of("02", b, "01", a)));
        assertThat(Draw.seed(ID, POOL, Map.of("01", a, "02", b)))
                .isNotEqualTo(Draw.seed(ID, POOL, Map.of("01", b, "02", a)));
        refusal(TrustRefusal.BAD_DRAW, () -> Draw.seed(ID, POOL, Map.of()));
        refusal(TrustRefusal.BAD_DRAW, () -> Draw.seed(ID, POOL, Map.of("01", new byte[31])));
    }

    @Test
    void takeNobodyTwice() {
        var picked = Draw.picks(Sm3.of(Bytes.ascii("seed")), 60, 60);

        assertThat(IntStream.of(picked).sorted().toArray())
                .isEqualTo(IntStream.range(0, 60).toArray());
    }

    @Test
    void takeEachAboutAsOften() {
        var counts = new int[7];
        for (int i = 0; i < 7000; i++) {
            counts[Draw.picks(Sm3.of(Bytes.u32(i)), 7, 1)[0]]++;
        }

        assertThat(IntStream.of(counts).min().orElseThrow()).isGreaterThan(870);
        assertThat(IntStream.of(counts).max().orElseThrow()).isLessThan(1130);
    }

    @Test
    void cannotTakeMoreThanThereAre() {
        refusal(TrustRefusal.BAD_DRAW, () -> Draw.picks(new byte[32], 3, 4));
    }
}
