package cn.qifeng.cli;

import static org.assertj.core.api.Assertions.assertThat;

import cn.qifeng.trust.hash.Sm3;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.recording.ChainLink;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The chain is written by the platform's own code, and read by the auditor's. */
@DisplayName("verify-recording 录像核验命令")
class VerifyRecordingCommandTest {

    private static final byte[] MEDIA = "media".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder;

    @BeforeEach
    void recorded() throws IOException {
        Files.createDirectories(folder.resolve("M01"));
        Files.write(folder.resolve("M01/001-00000.webm"), MEDIA);
        var segment = item("SEGMENT")
                .put("track", "M01")
                .put("file", "M01/001-00000.webm")
                .put("offset", 0)
                .put("length", MEDIA.length)
                .put("hash", Sm3.hex(MEDIA))
                .put("from", "2026-12-02T01:01:05.000Z")
                .put("to", "2026-12-02T01:01:11.000Z");
        write(List.of(
                item("OPENED").put("session", "s"), item("JOIN").put("participant", "M01"), segment, item("CLOSED")));
    }

    @Test
    void isNotAnchoredWithoutAPackage() {
        assertThat(run("--json")).isEqualTo(2);
    }

    @Test
    void namesTheSecondOfAReplacedFile() throws IOException {
        Files.write(folder.resolve("M01/001-00000.webm"), new byte[MEDIA.length]);
        assertThat(run()).isEqualTo(1);
        assertThat(said).contains("replaced at 替换于 2026-12-02T01:01:05.000Z (00:00:00 into the track)");
    }

    @Test
    void saysWhereItWasCut() throws IOException {
        var chain = folder.resolve("chain.jsonl");
        var lines = Files.readAllLines(chain);
        Files.write(chain, lines.subList(0, lines.size() - 1));
        assertThat(run()).isEqualTo(1);
        assertThat(said).contains("cut after 截断于 2026-12-02T01:02:00Z");
    }

    private String said = "";

    private int run(String... more) {
        var out = new ByteArrayOutputStream();
        var former = System.out;
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        try {
            var arguments = new ArrayList<>(List.of(folder.toString()));
            arguments.addAll(List.of(more));
            return new CommandLine(new VerifyRecordingCommand()).execute(arguments.toArray(String[]::new));
        } finally {
            System.setOut(former);
            said = out.toString(StandardCharsets.UTF_8);
        }
    }

    private static ObjectNode item(String kind) {
        return CanonicalJson.object().put("kind", kind).put("at", "2026-12-02T01:02:00.000Z");
    }

    private void write(List<ObjectNode> items) throws IOException {
        var link = ChainLink.START;
        var out = new ByteArrayOutputStream();
        for (ObjectNode item : items) {
            link = link.append(item);
            out.write(CanonicalJson.encode(item));
            out.write('\n');
        }
        Files.write(folder.resolve("chain.jsonl"), out.toByteArray());
    }
}
