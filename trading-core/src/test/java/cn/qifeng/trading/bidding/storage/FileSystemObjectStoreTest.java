package cn.qifeng.trading.bidding.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.qifeng.kernel.Refused;
import cn.qifeng.trading.bidding.domain.BiddingRefusal;
import cn.qifeng.trust.hash.Sm3;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Objects as files 密文对象")
class FileSystemObjectStoreTest {

    private static final byte[] FRAME = "frame".repeat(1000).getBytes();

    @TempDir
    Path data;

    @Test
    void readsAnObjectAsFarAsTheBufferGoesAndTellsHowLongItIs() {
        var store = store(0);
        var stored = store.put(new ByteArrayInputStream(FRAME), FRAME.length);
        assertThat(stored.sm3()).isEqualTo(Sm3.hex(FRAME));

        var whole = ByteBuffer.allocateDirect(FRAME.length + 10);
        assertThat(store.read(stored.id(), whole)).isEqualTo(FRAME.length);
        assertThat(whole.position()).isEqualTo(FRAME.length);
        var part = ByteBuffer.allocate(7);
        assertThat(store.read(stored.id(), part)).isEqualTo(FRAME.length);
        assertThat(part.array()).isEqualTo("framefr".getBytes());
        assertThat(store.read("00".repeat(16), part.clear())).isEqualTo(-1);
    }

    @Test
    void keepsNothingOfAnObjectThatIsTooLongOrBreaksOff() throws IOException {
        var store = store(0);
        assertThatThrownBy(() -> store.put(new ByteArrayInputStream(FRAME), FRAME.length - 1))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> store.put(broken(), FRAME.length)).isInstanceOf(UncheckedIOException.class);
        assertThat(files()).isEmpty();
    }

    @Test
    void refusesWhatWouldTouchTheReserve() throws IOException {
        var store = store(Long.MAX_VALUE / 2);
        assertThatThrownBy(() -> store.put(new ByteArrayInputStream(FRAME), FRAME.length))
                .isInstanceOfSatisfying(
                        Refused.class, full -> assertThat(full.code()).isEqualTo(BiddingRefusal.STORAGE_FULL));
        assertThat(files()).isEmpty();
    }

    @Test
    void sweepsWhatACrashLeftAndNothingThatMayStillBeWritten() throws IOException {
        store(0);
        var incoming = data.resolve("objects").resolve("incoming");
        var left = Files.write(incoming.resolve("00".repeat(16)), FRAME);
        Files.setLastModifiedTime(left, FileTime.from(Instant.now().minus(Duration.ofHours(2))));
        var underWay = Files.write(incoming.resolve("11".repeat(16)), FRAME);

        store(0);
        assertThat(files()).containsExactly(underWay);
    }

    private FileSystemObjectStore store(long reserve) {
        return new FileSystemObjectStore(data, reserve);
    }

    private List<Path> files() throws IOException {
        try (var files = Files.walk(data)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private static InputStream broken() {
        return new InputStream() {
            private int given;

            @Override
            public int read() throws IOException {
                if (given++ < 100) {
                    return 1;
                }
                throw new IOException("the line is cut");
            }
        };
    }
}
