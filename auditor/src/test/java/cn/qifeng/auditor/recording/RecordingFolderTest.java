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
