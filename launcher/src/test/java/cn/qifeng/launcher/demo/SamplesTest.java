package cn.qifeng.launcher.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import cn.qifeng.cli.seal.PreCheck;
import cn.qifeng.cli.seal.Publication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A tender's real files 真实招标文件")
class SamplesTest {

    private static final Path SAMPLES = Path.of("../../shared/samples");

    @Test
    void passThePreCheckUnchanged() throws IOException {
        assumeThat(SAMPLES).matches(Files::isDirectory, "the samples lie beside the project");
        var material = GivenMaterial.read(SAMPLES, Integer.MAX_VALUE);
        var terms = new Publication.Terms(
                material.lotName(),
                material.ceilingFen(),
                material.durationDays(),
                90,
                material.securityFen(),
                Set.of("BOND", "CASH"),
                Instant.EPOCH,
                List.of(),
                List.of());

        assertThat(material.bids()).hasSize(7);
        for (var bidding : material.bids()) {
            assertThat(PreCheck.of(terms, bidding.files())).as(bidding.name()).isEmpty();
        }
    }
}
