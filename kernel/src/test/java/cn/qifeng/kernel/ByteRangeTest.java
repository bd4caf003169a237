package cn.qifeng.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ByteRangeTest {

    @Test
    void readsOneRangeWithBothEndsOrAnOpenOne() {
        assertThat(ByteRange.of("bytes=0-1023")).contains(new ByteRange(0, 1023));
        assertThat(ByteRange.of("bytes=7-")).contains(new ByteRange(7, Long.MAX_VALUE));
        assertThat(ByteRange.of("bytes=7-").orElseThrow().within(10)).isEqualTo(new ByteRange(7, 9));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "bytes=5-2", "bytes=-5", "bytes=0-1,5-6", "items=0-1", "bytes=a-b"})
    void leavesEveryOtherFormToTheWholeFile(String header) {
        assertThat(ByteRange.of(header)).isEmpty();
        assertThat(ByteRange.of(null)).isEmpty();
    }

    @Test
    void endsWhereTheFileEndsAndSaysOfHowManyBytes() {
        var range = new ByteRange(8, 99);
        assertThat(range.beginsWithin(8)).isFalse();
        assertThat(range.beginsWithin(9)).isTrue();
        assertThat(range.within(10).length()).isEqualTo(2);
        assertThat(range.within(10).given(10)).isEqualTo("bytes 8-9/10");
        assertThat(range.asked()).isEqualTo("bytes=8-99");
        assertThat(new ByteRange(8, Long.MAX_VALUE).asked()).isEqualTo("bytes=8-");
    }
}
