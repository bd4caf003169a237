package cn.qifeng.trading.bidding;

import static cn.qifeng.trading.bidding.domain.BiddingRefusal.LAYOUT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.qifeng.kernel.Refused;
import cn.qifeng.trading.bidding.domain.FileLayout;
import cn.qifeng.trading.bidding.domain.UploadLayout;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Layout of an upload 上传清单")
class UploadLayoutTest {

    private static final int MIB = 1 << 20;

    @Test
    void givesAnEmptyFileOneFrameOfTheTagAlone() {
        assertThat(new FileLayout(1, 0, 1).cipherBytes(0)).isEqualTo(16);
    }

    @Test
    void cutsAFileIntoFullFramesAndARest() {
        var file = new FileLayout(1, MIB + 1L, 2);

        assertThat(file.cipherBytes(0)).isEqualTo(MIB + 16);
        assertThat(file.cipherBytes(1)).isEqualTo(17);
        assertThat(file.cipherBytes()).isEqualTo(MIB + 33L);
    }

    @Test
    void refusesAFrameCountThatDoesNotFollowFromTheLength() {
        var refused = catchThrowableOfType(Refused.class, () -> new FileLayout(1, MIB, 2));

        assertThat(refused.code()).isEqualTo(LAYOUT);
        assertThat(refused.facts()).containsEntry("seen", 2).containsEntry("expected", 1);
    }

    @Test
    void refusesGapsInTheNumbers() {
        var files = List.of(new FileLayout(1, 5, 1), new FileLayout(3, 5, 1));

        assertThat(catchThrowableOfType(Refused.class, () -> new UploadLayout(files))
                        .code())
                .isEqualTo(LAYOUT);
    }

    @Test
    void refusesAnEnvelopeOfOneFile() {
        var files = List.of(new FileLayout(1, 5, 1));

        assertThat(catchThrowableOfType(Refused.class, () -> new UploadLayout(files))
                        .code())
                .isEqualTo(LAYOUT);
    }
}
