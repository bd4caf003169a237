package cn.qifeng.trust.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import cn.qifeng.trust.hash.Bytes;
import cn.qifeng.trust.hash.Hex;
import cn.qifeng.trust.hash.Sm3;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Draws of method M-D out of one seed 附加抽取")
class PriceDrawTest {

    private static final List<String> POOL = List.of("0.12", "0.14", "0.16", "0.18", "0.20");
    private static final List<String> BIDS =
            IntStream.range(0, 5).mapToObj(i -> "%032x".formatted(i)).toList();

    @Test
    void takesEachDeltaAboutAsOften() {
        var counts = new int[POOL.size()];
        for (int i = 0; i < 5000; i++) {
            counts[POOL.indexOf(PriceDraw.delta(Sm3.of(Bytes.u32(i)), POOL))]++;
        }

        assertThat(IntStream.of(counts).min().orElseThrow()).isGreaterThan(870);
        assertThat(IntStream.of(counts).max().orElseThrow()).isLessThan(1130);
        assertThatIllegalArgumentException().isThrownBy(() -> PriceDraw.delta(new byte[32], List.of()));
    }

    @Test
    void putsEachBidFirstAboutAsOftenAlsoWhenAnotherIsGone() {
        var counts = new int[BIDS.size()];
        for (int i = 0; i < 5000; i++) {
            counts[BIDS.indexOf(PriceDraw.order(Sm3.of(Bytes.u32(i)), BIDS).get(0))]++;
        }
        assertThat(IntStream.of(counts).min().orElseThrow()).isGreaterThan(870);

        var seed = Sm3.of(Bytes.ascii("seed"));
        var all = PriceDraw.order(seed, BIDS);
        assertThat(PriceDraw.order(seed, BIDS.subList(0, 4)))
                .isEqualTo(all.stream().filter(it -> !it.equals(BIDS.get(4))).toList());
    }

    /** The same numbers stand in the page's test priceDraw.test.ts. */
    @Test
    void givesThePublishedVector() {
        var seed = Sm3.of(Bytes.ascii("seed"));
        assertThat(PriceDraw.delta(seed, POOL) + " "
                        + PriceDraw.order(seed, BIDS).stream()
                                .map(it -> it.substring(31))
                                .toList()
                        + " " + Hex.encode(PriceDraw.number(seed, BIDS.get(0))).substring(0, 16))
                .isEqualTo("0.14 [2, 4, 1, 0, 3] d72c4c1bb711dfb7");
    }
}
