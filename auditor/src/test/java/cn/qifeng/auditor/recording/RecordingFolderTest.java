package cn.qifeng.auditor.recording;

import static org.assertj.core.api.Assertions.assertThat;

import cn.qifeng.auditor.Canon;
import cn.qifeng.auditor.recording.RecordingFolder.Difference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Media against their chain 录像核验")
class RecordingFolderTest {

    private final List<ObjectNode> items = SampleChain.tied(SampleChain.items());

    @TempDir
    private Path folder;

    @BeforeEach
    void recorded() throws IOException {
        Files.createDirectories(folder.resolve("M01"));
        for (int n = 0; n < 4; n++) {
            Files.write(file(n), SampleChain.media(n));
        }
        write(items);
    }

    @Test
    void holdsAgainstAPackageAndIsNotAnchoredByItself() {
        assertThat(check(items)).isEmpty();
        assertThat(RecordingFolder.check(folder, List.copyOf(items)).exit()).isZero();
        assertThat(RecordingFolder.check(folder, null).exit()).isEqualTo(2);
    }

    @Test
    void locatesAReplacedPartToItsSecond() throws IOException {
        Files.write(file(1), SampleChain.media(7));
        assertThat(check(items))
                .containsExactly(new Difference("replaced", "M01/001-1.webm", SampleChain.moment(6), 6_000));
        assertThat(RecordingFolder.check(folder, List.copyOf(items)).exit()).isEqualTo(1);
    }

    @Test
    void namesTheFirstOfSeveral() throws IOException {
        Files.delete(file(2));
        Files.write(file(0), new byte[0]);
        assertThat(check(items)).extracting(Difference::code).containsExactly("replaced", "missing");
    }

    @Test
    void tellsWhereItWasCut() throws IOException {
        var cut = items.subList(0, 4);
        write(cut);
        assertThat(check(cut)).extracting(Difference::code).contains("cut");
        assertThat(check(cut))
                .filteredOn(it -> it.code().equals("cut"))
                .extracting(Difference::at)
                .containsExactly("2026-12-02T01:00:12Z");
    }

    @Test
    void seesAnotherChainBesideTheMedia() throws IOException {
        var other = SampleChain.items();
        other.get(3).put("hash", "cd".repeat(32));
        write(SampleChain.tied(other));
        assertThat(check(items))
                .containsExactly(new Difference("chain-differs", "chain.jsonl:4", SampleChain.moment(12), 0));
    }

    @Test
    void showsAFileThatNobodyChainedAndIsWholeAllTheSame() throws IOException {
        Files.write(file(9), SampleChain.media(9));
        assertThat(check(items)).extracting(Difference::code).containsExactly("not-in-the-chain");
        assertThat(RecordingFolder.check(folder, List.copyOf(items)).exit()).isZero();
    }

    @Test
    void holdsPiecesOfAFileThatGrew() throws IOException {
        var kept = SampleChain.tied(SampleChain.kept());
        var grown = new ByteArrayOutputStream();
        for (int n = 0; n < 4; n++) {
            Files.delete(file(n));
            grown.write(SampleChain.media(n));
        }
        var video = folder.resolve("M01").resolve("001-video-1.mjr");
        Files.write(video, grown.toByteArray());
        Files.write(video.resolveSibling("001-audio-0.mjr"), SampleChain.media(4));
        write(kept);
        assertThat(check(kept)).isEmpty();

        var bytes = grown.toByteArray();
        bytes[12] ^= 1;
        Files.write(video, bytes);
        assertThat(check(kept))
                .containsExactly(new Difference("replaced", "M01/001-video-1.mjr", SampleChain.moment(6), 6_000));
        grown.write(0);
        Files.write(video, grown.toByteArray());
        assertThat(check(kept)).extracting(Difference::code).containsExactly("replaced");
        Files.write(video, Arrays.copyOf(grown.toByteArray(), 30));
        assertThat(check(kept))
                .containsExactly(new Difference("replaced", "M01/001-video-1.mjr", SampleChain.moment(24), 24_000));
        Files.write(video.resolveSibling("002-video-1.mjr"), SampleChain.media(9));
        assertThat(check(kept)).extracting(Difference::code).containsExactly("not-in-the-chain", "replaced");
    }

    private List<Difference> check(List<ObjectNode> told) {
        return RecordingFolder.check(folder, List.<JsonNode>copyOf(told)).differences();
    }

    private Path file(int n) {
        return folder.resolve("M01").resolve("001-" + n + ".webm");
    }

    private void write(List<ObjectNode> chain) throws IOException {
        var out = new ByteArrayOutputStream();
        for (ObjectNode item : chain) {
            out.write(Canon.bytes(item, "item"));
            out.write('\n');
        }
        Files.write(folder.resolve("chain.jsonl"), out.toByteArray());
    }
}
