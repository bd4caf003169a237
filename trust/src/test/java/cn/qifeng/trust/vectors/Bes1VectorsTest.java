package cn.qifeng.trust.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Vectors for the second implementation")
class Bes1VectorsTest {

    private static final Path FILE = Path.of("src/test/resources/vectors/bes1.json");

    @Test
    void theFileIsWhatThisCodeMakes() throws IOException {
        var made =
                new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(new Bes1Vectors().all()) + "\n";
        if (Boolean.getBoolean("vectors.write")) {
            Files.writeString(FILE, made);
        }

        assertThat(Files.readString(FILE, StandardCharsets.UTF_8))
                .as("stale: run this test with -Dvectors.write=true and look at the difference")
                .isEqualTo(made);
    }
}
