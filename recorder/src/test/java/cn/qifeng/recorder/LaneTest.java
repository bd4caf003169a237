package cn.qifeng.recorder;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Track of a recording 录制轨")
class LaneTest {

    private static final Settings QUICK = new Settings(new Picture(64, 36, 5), new Picture(64, 36, 5), 1, 500, 500);

    private final List<ObjectNode> items = new ArrayList<>();

    @TempDir
    private Path folder;

    @Test
    void saysThatNoPictureCameAndGoesOnWhenItsEncoderDies() throws Exception {
        var lane = new Lane(folder, "M01", false, QUICK, items::add);
        run(lane, 2_500);
        assertThat(encoder()).isPresent();
        encoder().orElseThrow().destroyForcibly();
        run(lane, 4_000);
        lane.stop(true);

        assertThat(kinds()).contains("SEGMENT", "GAP", "FAULT");
        assertThat(items)
                .filteredOn(it -> it.path("kind").asText().equals("FAULT"))
                .extracting(it -> it.path("reason").asText())
                .containsExactly("ENCODER_ENDED");
        int fault = kinds().indexOf("FAULT");
        assertThat(kinds().subList(0, fault)).contains("SEGMENT");
        assertThat(kinds().subList(fault, kinds().size())).contains("SEGMENT");
        assertThat(items.get(fault).path("from").asText()).isEqualTo(lastEnd(fault));
        assertThat(Files.exists(folder.resolve("M01/002.end"))).isTrue();
    }

    @Test
    void tellsAGapOnceTheCameraIsOffNoMore() throws Exception {
        var lane = new Lane(folder, "M01", false, QUICK, items::add);
        lane.dark(true);
        run(lane, 2_000);
        lane.stop(true);
        assertThat(kinds()).containsOnly("SEGMENT");
        assertThat(lane.status().path("dark").asBoolean()).isTrue();
    }

    @Test
    void aRunThatNobodyEndedIsAFaultForTheNextRecorder() throws Exception {
        var lane = new Lane(folder, "M01", false, QUICK, items::add);
        run(lane, 1_800);
        lane.stop(false);
        Files.writeString(folder.resolve("M01/001-00099.webm.part"), "rest");

        var missing = new Recovery(folder, items.subList(0, 1)).items();
        assertThat(missing).extracting(it -> it.path("kind").asText()).endsWith("FAULT");
        assertThat(missing)
                .filteredOn(it -> it.path("kind").asText().equals("SEGMENT"))
                .extracting(it -> it.path("file").asText())
                .doesNotContain(items.get(0).path("file").asText());
        assertThat(new Recovery(folder, items).items())
                .noneMatch(it -> it.path("kind").asText().equals("FAULT"));
    }

    private static void run(Lane lane, long millis) throws IOException, InterruptedException {
        long until = System.currentTimeMillis() + millis;
        while (System.currentTimeMillis() < until) {
            lane.tick();
            Thread.sleep(100);
        }
    }

    private static Optional<ProcessHandle> encoder() {
        return ProcessHandle.current()
                .children()
                .filter(it -> it.info().command().orElse("").endsWith("ffmpeg"))
                .findFirst();
    }

    private List<String> kinds() {
        return items.stream().map(it -> it.path("kind").asText()).toList();
    }

    private String lastEnd(int before) {
        return items.subList(0, before).stream()
                .filter(it -> it.path("kind").asText().equals("SEGMENT"))
                .reduce((a, b) -> b)
                .orElseThrow()
                .path("to")
                .asText();
    }
}
