package cn.qifeng.evaluation.library.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Settings of the provincial library 省级专家库参数")
class CheckLibrarySettingsTest {

    @Test
    void areAllThereOrNone() {
        assertThat(CheckLibrarySettings.faults(settings(null, null, null), false))
                .isEmpty();
        assertThat(CheckLibrarySettings.faults(settings("X", "https://library.example", "t"), false))
                .isEmpty();
        assertThat(CheckLibrarySettings.faults(settings("X", "https://library.example", null), false))
                .containsExactly("qifeng.library.token is missing");
        assertThat(CheckLibrarySettings.faults(settings(null, null, "t"), true)).hasSize(3);
    }

    @Test
    void askForTlsInProduction() {
        var open = settings("X", "http://library.example", "t");

        assertThat(CheckLibrarySettings.faults(open, false)).containsExactly("qifeng.library.url is not https");
        assertThat(CheckLibrarySettings.faults(open, true)).isEmpty();
    }

    private static LibrarySettings settings(String uscc, String url, String token) {
        return new LibrarySettings() {
            @Override
            public Optional<String> name() {
                return uscc();
            }

            @Override
            public Optional<String> uscc() {
                return Optional.ofNullable(uscc);
            }

            @Override
            public Optional<URI> url() {
                return Optional.ofNullable(url).map(URI::create);
            }

            @Override
            public Optional<String> token() {
                return Optional.ofNullable(token);
            }

            @Override
            public Duration timeout() {
                return Duration.ofSeconds(1);
            }

            @Override
            public Duration namesBefore() {
                return Duration.ZERO;
            }
        };
    }
}
