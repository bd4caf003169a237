package cn.qifeng.evaluation.clearing.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import cn.qifeng.evaluation.clearing.BillFile;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Bill clearing 清标: the heap does not grow with the bids")
class SmallHeapTest {

    private static final int LINES = 5_000;
    private static final int BIDS = 40;

    @TempDir
    Path folder;

    /** One bill as objects takes more than five MiB; forty of them would not fit into these 64 MiB. */
    @Test
    void clearsFortyBillsOfFiveThousandRowsInSixtyFourMebibytes() throws Exception {
        Files.write(folder.resolve("tender.xlsx"), BillFile.tender(LINES).bytes());
        var prices = new StringBuilder();
        for (int i = 1; i <= BIDS; i++) {
            var bid = BillFile.priced(LINES, "0." + (900 + i)).with(7, it -> it.unit("项"));
            Files.write(folder.resolve("%03d.xlsx".formatted(i)), bid.bytes());
            prices.append("%03d %d%n".formatted(i, bid.price().value()));
        }
        Files.writeString(folder.resolve("prices.txt"), prices);

        var said = run();

        assertThat(said).contains("findings " + BIDS);
    }

    private String run() throws Exception {
        var classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        Path.of("target", "classes") + File.pathSeparator + classPath,
                        MeasureClearing.class.getName(),
                        folder.toString(),
                        "1",
                        "clear")
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        var said = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }
}
