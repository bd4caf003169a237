package cn.qifeng.evaluation.recording.process;

import static org.assertj.core.api.Assertions.assertThat;

import cn.qifeng.evaluation.panel.domain.HallKind;
import cn.qifeng.evaluation.panel.domain.SessionId;
import cn.qifeng.evaluation.recording.domain.Recorders.Known;
import cn.qifeng.evaluation.recording.domain.Recorders.Says;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Recorders as processes 录制进程")
class RecorderProcessesTest {

    @TempDir
    private Path folder;

    @Test
    void sayWhatIsMissing() {
        assertThat(recorders(Optional.empty()).missing(HallKind.MESH))
                .hasValueSatisfying(it -> assertThat(it).contains("no recorder is installed"));
    }

    @Test
    void sayThatAProgramCannotBeLoaded() throws IOException {
        assertThat(recorders(Optional.of(Files.createDirectory(folder.resolve("empty"))))
                        .missing(HallKind.MESH))
                .isPresent();
    }

    @Test
    void tellThatOneEndedBeforeItSaidAnything() throws Exception {
        var ended = new CompletableFuture<Integer>();
        recorders(Optional.of(folder)).start(SessionId.random(), HallKind.MESH, new Known(0, false), new Says() {
            @Override
            public void line(JsonNode line) {
                throw new IllegalStateException(line.toString());
            }

            @Override
            public void ended(int exit) {
                ended.complete(exit);
            }
        });
        assertThat(ended.get(20, TimeUnit.SECONDS)).isEqualTo(1);
    }

    @Test
    void sayThatNoMediaServerCanBeStarted() {
        assertThat(recorders(Optional.of(folder)).missing(HallKind.JANUS))
                .hasValueSatisfying(it -> assertThat(it).contains("janus"));
    }

    private RecorderProcesses recorders(Optional<Path> program) {
        return new RecorderProcesses(settings(program), new JanusSettings() {
            @Override
            public String program() {
                return "no-such-janus";
            }

            @Override
            public String libraries() {
                return "/nowhere";
            }

            @Override
            public Optional<String> address() {
                return Optional.of("127.0.0.1");
            }

            @Override
            public String ports() {
                return "20000-40000";
            }

            @Override
            public long bitrate() {
                return 800_000;
            }

            @Override
            public int file() {
                return 600;
            }

            @Override
            public int piece() {
                return 10;
            }
        });
    }

    private RecorderSettings settings(Optional<Path> program) {
        var recordings = folder.resolve("recordings");
        return new RecorderSettings() {
            @Override
            public Optional<Path> program() {
                return program;
            }

            @Override
            public Path folder() {
                return recordings;
            }

            @Override
            public String camera() {
                return "320x180@10";
            }

            @Override
            public String screen() {
                return "320x180@5";
            }

            @Override
            public int segment() {
                return 3;
            }

            @Override
            public int heap() {
                return 128;
            }

            @Override
            public String ice() {
                return "[]";
            }
        };
    }
}
