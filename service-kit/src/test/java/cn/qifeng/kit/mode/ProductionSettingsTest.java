package cn.qifeng.kit.mode;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Settings of production 生产配置")
class ProductionSettingsTest {

    private static final Map<String, String> GOOD = Map.of(
            "qifeng.address", "https://jy.example.org",
            "qifeng.service.secret", "4f1c9a70b2d85e63a1f04c7798be213d5a60e9c4b7128fd3",
            "quarkus.datasource.username", "qifeng_core",
            "quarkus.datasource.password", "T7-quiet-harbour-91");

    @Test
    void aProperConfigurationHasNoFault() {
        assertThat(faults(Map.of())).isEmpty();
    }

    @Test
    void refusesEverySettingOfTheSandbox() {
        assertThat(faults(Map.of("qifeng.sandbox.clock", "on")))
                .singleElement()
                .asString()
                .contains("qifeng.sandbox.clock");
    }

    @Test
    void refusesPlainHttpForPeople() {
        assertThat(faults(Map.of("qifeng.address", "http://jy.example.org")))
                .singleElement()
                .asString()
                .contains("https://");
    }

    @Test
    void refusesSecretsThatCanBeGuessedAndShowsNone() {
        for (String secret : List.of("", "secret", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")) {
            assertThat(faults(Map.of("qifeng.service.secret", secret)))
                    .singleElement()
                    .asString()
                    .contains("qifeng.service.secret")
                    .doesNotContain("aaaa");
        }
    }

    @Test
    void refusesPasswordsOfTheDatabaseThatAreCommonlyKnown() {
        for (String password : List.of("", "postgres", "qifeng_core", "changeit")) {
            assertThat(faults(Map.of("quarkus.datasource.password", password)))
                    .singleElement()
                    .asString()
                    .contains("quarkus.datasource.password");
        }
    }

    private static List<String> faults(Map<String, String> changed) {
        var settings = new HashMap<>(GOOD);
        settings.putAll(changed);
        return ProductionSettings.faults(new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(settings, "test", 100))
                .build());
    }
}
