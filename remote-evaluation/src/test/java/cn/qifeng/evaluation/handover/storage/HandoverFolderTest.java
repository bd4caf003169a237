package cn.qifeng.evaluation.handover.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.qifeng.evaluation.handover.domain.HandoverRefusal;
import cn.qifeng.kernel.Refused;
import cn.qifeng.trust.hash.Sm3;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Folder of files that are handed over 移交文件存储")
class HandoverFolderTest {

    private static final byte[] FILE = "身份核验单扫描件".getBytes(StandardCharsets.UTF_8);
    private static final String NAME = Sm3.hex(FILE);
    private static final UUID BOOKING = UUID.randomUUID();

    @TempDir
    private Path data;

    private HandoverFolder folder;

    @BeforeEach
    void empty() {
        folder = new HandoverFolder(data, 0);
    }

    @Test
    void takesBytesForNoFileUntilTheyAreHashed() throws IOException {
        interrupted(FILE);

        assertThat(folder.received(BOOKING, NAME)).isEqualTo(FILE.length);
        assertThat(folder.whole(BOOKING, NAME)).isFalse();
        folder.settle(BOOKING, NAME, FILE.length);
        assertThat(folder.whole(BOOKING, NAME)).isTrue();
        assertThat(folder.read(BOOKING, NAME).readAllBytes()).isEqualTo(FILE);
    }

    @Test
    void dropsBytesThatAreNoneOfTheFile() throws IOException {
        var other = FILE.clone();
        other[3]++;
        interrupted(other);
        folder.settle(BOOKING, NAME, FILE.length);
        assertThat(folder.received(BOOKING, NAME)).isZero();

        interrupted(FILE);
        folder.settle(BOOKING, NAME, FILE.length - 1);
        assertThat(folder.received(BOOKING, NAME)).isZero();
        assertThat(folder.whole(BOOKING, NAME)).isFalse();
    }

    @Test
    void goesOnBehindWhatIsHere() {
        folder.append(BOOKING, NAME, FILE.length, 0, new byte[] {FILE[0]});
        folder.settle(BOOKING, NAME, FILE.length);
        assertThat(folder.received(BOOKING, NAME)).isEqualTo(1);

        var rest = java.util.Arrays.copyOfRange(FILE, 1, FILE.length);
        assertThat(folder.append(BOOKING, NAME, FILE.length, 1, rest)).isEqualTo(FILE.length);
        assertThat(folder.whole(BOOKING, NAME)).isTrue();
        folder.settle(BOOKING, NAME, FILE.length);
        assertThat(folder.whole(BOOKING, NAME)).isTrue();
    }

    @Test
    void settlesWhatAnEndOfThePlatformLeftBeforeItTakesAPart() throws IOException {
        interrupted(FILE);
        var refused = catchThrowableOfType(
                Refused.class, () -> folder.append(BOOKING, NAME, FILE.length, FILE.length, new byte[1]));
        assertThat(refused.code()).isEqualTo(HandoverRefusal.PART);
        assertThat(folder.whole(BOOKING, NAME)).isTrue();
    }

    @Test
    void forgetsAFileWholeOrNot() throws IOException {
        interrupted(FILE);
        folder.delete(BOOKING, NAME);
        assertThat(folder.received(BOOKING, NAME)).isZero();
        folder.append(BOOKING, NAME, FILE.length, 0, FILE);
        folder.delete(BOOKING, NAME);
        assertThat(folder.whole(BOOKING, NAME)).isFalse();
        folder.delete(BOOKING, NAME);
    }

    /** The platform ended when all bytes were written, and before anybody hashed them. */
    private void interrupted(byte[] bytes) throws IOException {
        var place = Files.createDirectories(data.resolve("handovers").resolve(BOOKING.toString()));
        Files.write(place.resolve(NAME + ".part"), bytes);
    }
}
