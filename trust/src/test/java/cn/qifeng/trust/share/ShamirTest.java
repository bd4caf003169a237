package cn.qifeng.trust.share;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Shamir's shares")
class ShamirTest {

    @Test
    void anyThresholdOfThemGiveTheSecret() {
        var random = new Random(3);
        var secret = bytes(random);
        var coefficients = List.of(bytes(random), bytes(random));
        for (int a = 1; a <= 5; a++) {
            for (int b = a + 1; b <= 5; b++) {
                for (int c = b + 1; c <= 5; c++) {
                    var shares = new TreeMap<Integer, byte[]>();
                    for (int x : new int[] {a, b, c}) {
                        shares.put(x, Shamir.share(secret, coefficients, x));
                    }
                    assertThat(Shamir.combine(shares)).isEqualTo(secret);
                }
            }
        }
    }

    @Test
    void followThePolynomialOfAes() {
        // 0x57 · 0x83 = 0xC1 modulo 0x11B (FIPS 197 section 4.2)
        var share = Shamir.share(new byte[] {0}, List.of(new byte[] {0x57}), 0x83);

        assertThat(share).containsExactly(0xC1);
    }

    @Test
    void oneShortOfTheThresholdGiveAnotherValue() {
        var random = new Random(4);
        var secret = bytes(random);
        var coefficients = List.of(bytes(random), bytes(random));

        assertThat(Shamir.combine(
                        Map.of(1, Shamir.share(secret, coefficients, 1), 2, Shamir.share(secret, coefficients, 2))))
                .isNotEqualTo(secret);
    }

    private static byte[] bytes(Random random) {
        var bytes = new byte[16];
        random.nextBytes(bytes);
        return bytes;
    }
}
