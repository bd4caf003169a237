package cn.qifeng.recorder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Chain beside the media 录制链文件")
class ChainFileTest {

    @TempDir
    private Path folder;

    @Test
    void goesOnBehindALineThatADeathCut() throws Exception {
        try (var chain = ChainFile.open(folder)) {
            chain.append(Items.opened("s"));
            chain.append(Items.event("JOIN", "M01"));
        }
        Files.writeString(folder.resolve(ChainFile.NAME), "{\"at\":\"20", StandardOpenOption.APPEND);
        try (var chain = ChainFile.open(folder)) {
            assertThat(chain.found()).hasSize(2);
            assertThat(chain.closed()).isFalse();
            chain.append(Items.closed());
        }
        try (var chain = ChainFile.open(folder)) {
            assertThat(chain.found()).hasSize(3);
            assertThat(chain.closed()).isTrue();
        }
    }

    @Test
    void doesNotGoOnWhereAnItemWasChanged() throws Exception {
        try (var chain = ChainFile.open(folder)) {
            chain.append(Items.opened("s"));
            chain.append(Items.event("JOIN", "M01"));
            chain.append(Items.event("LEAVE", "M01"));
        }
        var path = folder.resolve(ChainFile.NAME);
        Files.writeString(path, Files.readString(path).replaceFirst("JOIN", "MUTE"));
        assertThatThrownBy(() -> ChainFile.open(folder)).hasMessageContaining("broken behind item 2");
    }
}
