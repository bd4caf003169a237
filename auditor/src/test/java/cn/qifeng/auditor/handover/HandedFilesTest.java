package cn.qifeng.auditor.handover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import cn.qifeng.auditor.PackageFile;
import cn.qifeng.auditor.crypto.Hash;
import cn.qifeng.auditor.handover.HandedFiles.Found;
import cn.qifeng.auditor.handover.HandedFiles.Listed;
import cn.qifeng.auditor.handover.HandedFiles.State;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sub-site handed over two papers; the second was sent back, and came again. */
@DisplayName("Handed files and the lists of a package 移交文件与清单")
class HandedFilesTest {

    private static final byte[] CARDS = bytes("席位单");
    private static final byte[] UNSIGNED = bytes("登记");
    private static final byte[] SIGNED = bytes("登记，已签名");

    @TempDir
    private Path folder;

    @BeforeEach
    void handed() throws IOException {
        Files.createDirectories(folder.resolve("scans"));
        Files.write(folder.resolve("cards.pdf"), CARDS);
        Files.write(folder.resolve("scans/unsigned.pdf"), UNSIGNED);
        Files.write(folder.resolve("scans/signed.pdf"), SIGNED);
    }

    @Test
    void tellsOfEachFileWhetherItWasReceivedOrSentBack() throws IOException {
        var result = lists().look(List.of(folder));
        assertThat(result.files())
                .extracting(Found::file, Found::state, it -> it.item().list())
                .containsExactly(
                        tuple("cards.pdf", State.RECEIVED, 2),
                        tuple("scans/signed.pdf", State.RECEIVED, 2),
                        tuple("scans/unsigned.pdf", State.SENT_BACK, 1));
        assertThat(result.files().get(2).item().reason()).isEqualTo("缺签名");
        assertThat(result.missing()).isEmpty();
        assertThat(result.whole()).isFalse();
    }

    @Test
    void namesWhatIsInNoListAndWhatWasNotBrought() throws IOException {
        Files.write(folder.resolve("cards.pdf"), bytes("席位革"));
        var changed = lists().look(List.of(folder.resolve("cards.pdf")));
        assertThat(changed.files()).extracting(Found::state).containsExactly(State.NOT_LISTED);
        assertThat(changed.missing()).extracting(Listed::number).containsExactly(1, 2);
        var one = lists().look(List.of(folder.resolve("scans/signed.pdf")));
        assertThat(one.whole()).isTrue();
        assertThat(one.missing()).extracting(Listed::matter).containsExactly("SIGN_IN");
    }

    @Test
    void hasNoListWhereEntriesAreWithheld() {
        var head = "{\"entry\":{\"head\":{\"type\":\"evaluation/handover\"}}}";
        assertThat(HandedFiles.of(PackageFile.of(Map.of("chain/000001.json", bytes(head))))
                        .isEmpty())
                .isTrue();
        assertThat(lists().isEmpty()).isFalse();
    }

    private static HandedFiles lists() {
        var first = step(
                item(1, "SIGN_IN", CARDS) + "," + item(2, "DEVICE_LOCK", UNSIGNED),
                ruling(1, "") + "," + ruling(2, "缺签名"));
        var second = step(
                item(1, "SIGN_IN", CARDS) + "," + item(2, "DEVICE_LOCK", SIGNED), ruling(1, "") + "," + ruling(2, ""));
        var entry = "{\"entry\":{\"body\":{\"booking\":\"b1\",\"site\":\"S\",\"steps\":[" + first + "," + second
                + "]},\"head\":{\"type\":\"evaluation/handover\"}}}";
        return HandedFiles.of(PackageFile.of(Map.of("chain/000001.json", bytes(entry))));
    }

    private static String step(String items, String rulings) {
        return "{\"receipt\":{\"doc\":{\"rulings\":[%s]}},\"statement\":{\"doc\":{\"items\":[%s]}}}"
                .formatted(rulings, items);
    }

    private static String item(int number, String matter, byte[] file) {
        return "{\"length\":%d,\"matter\":\"%s\",\"number\":%d,\"sm3\":\"%s\"}"
                .formatted(file.length, matter, number, Hash.hex(file));
    }

    private static String ruling(int number, String reason) {
        return "{\"accepted\":%b,\"number\":%d,\"reason\":\"%s\"}".formatted(reason.isEmpty(), number, reason);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
