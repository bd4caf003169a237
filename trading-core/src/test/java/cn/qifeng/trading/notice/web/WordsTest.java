package cn.qifeng.trading.notice.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Words of the public pages 页面用语")
class WordsTest {

    private static final Words CHINESE = Words.of("zh");
    private static final Words ENGLISH = Words.of("en");

    @Test
    void bothLanguagesHaveTheSameTextsWithTheSamePlaces() {
        assertThat(ENGLISH.texts()).containsOnlyKeys(CHINESE.texts().keySet());
        for (var key : CHINESE.texts().keySet()) {
            assertThat(places(ENGLISH.say(key))).as(key).isEqualTo(places(CHINESE.say(key)));
        }
    }

    @Test
    void aTextThatDoesNotExistIsAFault() {
        assertThatThrownBy(() -> CHINESE.say("nothing")).isInstanceOf(NullPointerException.class);
    }

    @Test
    void midnightIsTheTwentyFourthHourOfTheDayBefore() {
        assertThat(ChinaTime.until(Instant.parse("2026-12-28T16:00:00Z"))).isEqualTo("2026-12-28 24:00");
        assertThat(ChinaTime.until(Instant.parse("2026-12-28T09:00:00Z"))).isEqualTo("2026-12-28 17:00:00");
    }

    @Test
    void whatIsLeftIsToldInDaysHoursOrMinutes() {
        var now = Instant.parse("2026-12-20T00:00:00Z");
        assertThat(ChinaTime.left(now, now.plusSeconds(2 * 86_400 - 3_600), CHINESE))
                .isEqualTo("剩 1 天 23 小时");
        assertThat(ChinaTime.left(now, now.plusSeconds(35 * 60 + 24), CHINESE)).isEqualTo("剩 35 分 24 秒");
    }

    private static long places(String text) {
        return text.chars().filter(it -> it == '{').count();
    }
}
