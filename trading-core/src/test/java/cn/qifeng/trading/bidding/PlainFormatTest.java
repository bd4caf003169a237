package cn.qifeng.trading.bidding;

import static org.assertj.core.api.Assertions.assertThat;

import cn.qifeng.trading.bidding.domain.PlainFormat;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("R16 Files that were not encrypted 未加密文件")
class PlainFormatTest {

    @Test
    void areKnownByTheFirstBytesOfTheirFormat() {
        assertThat(PlainFormat.of(bytes("%PDF-1.7\n"))).contains(PlainFormat.PDF);
        assertThat(PlainFormat.of(bytes("PK\u0003\u0004rest"))).contains(PlainFormat.ZIP);
        assertThat(PlainFormat.of(bytes("<?xml version"))).contains(PlainFormat.XML);
    }

    @Test
    void areKnownWhenTheyAreReadableText() {
        assertThat(PlainFormat.of(bytes("{\"priceFen\":123456789012}"))).contains(PlainFormat.TEXT);
        var chinese = "投标报价人民币壹亿贰仟万元整，工期三百六十五日历天，质量合格。".getBytes(StandardCharsets.UTF_8);
        assertThat(PlainFormat.of(Arrays.copyOf(chinese, 64))).contains(PlainFormat.TEXT);
    }

    @Test
    void areNotSeenInCiphertext() {
        var random = new Random(7);
        var start = new byte[64];
        for (int i = 0; i < 10_000; i++) {
            random.nextBytes(start);
            assertThat(PlainFormat.of(start)).isEmpty();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
