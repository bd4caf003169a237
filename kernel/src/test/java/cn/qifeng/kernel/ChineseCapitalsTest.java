package cn.qifeng.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Amounts in Chinese capitals 金额大写")
class ChineseCapitalsTest {

    @ParameterizedTest
    @CsvSource({
        "0, 零元整",
        "1, 壹分",
        "50, 伍角整",
        "105, 壹元零伍分",
        "1000, 壹拾元整",
        "10050, 壹佰元伍角整",
        "100000000, 壹佰万元整",
        "10050000, 壹拾万零伍佰元整",
        "8280233900, 捌仟贰佰捌拾万贰仟叁佰叁拾玖元整",
        "7795042006, 柒仟柒佰玖拾伍万零肆佰贰拾元零陆分",
        "10000100000, 壹亿零壹仟元整",
        "900000000000000, 玖万亿元整"
    })
    void writesAndReadsAmounts(long fen, String words) {
        assertThat(ChineseCapitals.of(new Fen(fen))).isEqualTo(words);
        assertThat(ChineseCapitals.parse("人民币" + words)).contains(new Fen(fen));
    }

    @Test
    void readsBackWhateverItWrites() {
        var random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            var amount = new Fen(random.nextLong(1L << (1 + random.nextInt(53))));
            assertThat(ChineseCapitals.parse(ChineseCapitals.of(amount))).contains(amount);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "佰万元", "壹佰零零元", "壹万万元", "壹元伍角伍角", "1元", "壹佰", "亿亿亿亿亿亿亿元", "玖仟玖佰亿亿亿元"})
    void doesNotGuess(String words) {
        assertThat(ChineseCapitals.parse(words)).isEmpty();
    }
}
