package cn.qifeng.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Codes of deal, project and lot 编码")
class CodesTest {

    @ParameterizedTest
    @CsvSource({
        "A01, 91330703XX1079195L, 1, V",
        "A01, 91330703XX1079195L, 123, B",
        "A01, 91330703XX1079195L, 7, J",
        "A01, 91330703XX1079195L, 49, *",
        "A02, 91330703XX1079195L, 1, H",
        "A02, 91330703XX1079195L, 123, Y",
        "A02, 91330703XX1079195L, 7, 5",
        "A01, 91330702XX1158387J, 1, N",
        "A01, 91330702XX1158387J, 123, 3",
        "A01, 91330702XX1158387J, 7, B",
        "A01, 91330702XX1158387J, 29, *"
    })
    void issuesDealCodesWithTheCheckOfMod37(String kind, String owner, int serial, char check) {
        var code = UnifiedDealCode.issue(kind, new Uscc(owner), LocalDate.of(2026, 11, 22), serial);

        assertThat(code.value()).hasSize(40).endsWith("-" + check);
        assertThat(UnifiedDealCode.isValid(code.value())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A01-91330703XX1079195L-20261122-000001-W",
                "A01-91330703XX1079196L-20261122-000001-V",
                "A01-91330703XX1079195L-20261322-000001-V",
                "A0191330703XX1079195L20261122000001V",
                "a01-91330703XX1079195L-20261122-000001-V",
                ""
            })
    void refusesDealCodesWithOneWrongPart(String text) {
        assertThat(UnifiedDealCode.isValid(text)).isFalse();
        assertThatThrownBy(() -> new UnifiedDealCode(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void buildsLotCodesFromPlatformToLot() {
        var platform = PlatformCode.of("E330703", 1);
        var project = ProjectCode.of(platform, 12);
        var tender = TenderProjectCode.of(project, 1);
        var lot = LotCode.of(tender, 2);

        assertThat(platform.value()).isEqualTo("E3307030001");
        assertThat(project.value()).isEqualTo("E3307030001000012");
        assertThat(tender.value()).isEqualTo("E3307030001000012001");
        assertThat(lot.value()).isEqualTo("E3307030001000012001002").hasSize(23);
    }
}
