package cn.qifeng.launcher.measure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Command;

@DisplayName("Measurements and drills 度量与演练")
class MeasurementTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    @Command(name = "pace")
    static final class Pace extends Measurement {
        private final double seconds;

        Pace(double seconds) {
            this.seconds = seconds;
        }

        @Override
        protected void measure(Figures figures) {
            progress("walking");
            figures.add("seconds", seconds, Bar.atMost(30)).add("steps", 12);
        }
    }

    @Command(name = "purse")
    static final class Purse extends Drill {
        @Override
        protected Map<String, String> sabotages() {
            return Map.of("hole", "one coin falls out");
        }

        @Override
        protected void measure(Figures figures) {
            history().note("drop", "coins", 3);
            figures.add("lost", sabotaged("hole") ? 1 : 0, Bar.exactly(0));
        }
    }

    @Test
    void endsWithZeroWhenEveryBarIsMet() {
        assertThat(run(new Pace(30)).exit()).isZero();
    }

    @Test
    void endsWithOneWhenABarIsMissed() {
        assertThat(run(new Pace(30.001)).exit()).isEqualTo(1);
    }

    @Test
    void endsWithOneObjectOnTheLastLine() throws Exception {
        var lines = run(new Pace(4.5), "--json").lines();

        assertThat(lines).hasSize(2).first().isEqualTo("walking");
        assertThat(JSON.readTree(lines.get(1)))
                .isEqualTo(JSON.readTree("{\"name\":\"pace\",\"figures\":{\"seconds\":4.5,\"steps\":12},"
                        + "\"bars\":{\"seconds\":{\"max\":30}},\"pass\":true}"));
    }

    @Test
    void provesNothingWithoutABar() {
        assertThat(new Figures().add("seconds", 1).pass()).isFalse();
    }

    @Test
    void writesWhatADrillDid() throws Exception {
        var history = folder.resolve("history.jsonl");

        assertThat(run(new Purse(), "--out", history.toString()).exit()).isZero();

        var acts =
                Files.readAllLines(history).stream().map(MeasurementTest::read).toList();
        assertThat(acts).extracting(line -> line.path("act").asText()).containsExactly("start", "drop", "end");
        assertThat(acts.get(1).path("coins").asInt()).isEqualTo(3);
    }

    @Test
    void endsWithOneUnderSabotage() {
        var history = folder.resolve("history.jsonl").toString();

        assertThat(run(new Purse(), "--sabotage", "hole", "--out", history).exit())
                .isEqualTo(1);
    }

    @Test
    void refusesASabotageThatItDoesNotKnow() {
        assertThat(run(new Purse(), "--sabotage", "flood").exit()).isEqualTo(2);
    }

    private record Outcome(int exit, List<String> lines) {}

    private static JsonNode read(String line) {
        try {
            return JSON.readTree(line);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new AssertionError(line, e);
        }
    }

    private static Outcome run(Measurement measurement, String... arguments) {
        var usual = System.out;
        var bytes = new ByteArrayOutputStream();
        System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            int exit = new CommandLine(measurement)
                    .setErr(new PrintWriter(new StringWriter()))
                    .execute(arguments);
            return new Outcome(
                    exit, bytes.toString(StandardCharsets.UTF_8).lines().toList());
        } finally {
            System.setOut(usual);
        }
    }
}
