package cn.qifeng.cli;

import static org.assertj.core.api.Assertions.assertThat;

import cn.qifeng.trust.json.CanonicalJson;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Price scores from a file 报价得分复算")
class ScoreCommandTest {

    private static final Path DOCS = Path.of("..", "docs", "price-methods.md");
    private static final Pattern EXAMPLE = Pattern.compile("```json\n(.*?)\n```", Pattern.DOTALL);

    private record Outcome(int exit, String out, String err) {}

    @TempDir
    Path folder;

    @Test
    @DisplayName("computes the examples of docs/price-methods.md as they are told there")
    void computesTheExamplesOfTheDocs() throws IOException {
        var examples = new ArrayList<String>();
        var found = EXAMPLE.matcher(Files.readString(DOCS));
        while (found.find()) {
            examples.add(found.group(1));
        }

        assertThat(examples).hasSize(5);
        assertThat(scored(examples.get(0))).isEqualTo("9797000.00 59.97/1 57.93/2 55.89/3 53.85/4");
        assertThat(scored(examples.get(1))).isEqualTo("20588250.00 99.57/1 96.00/2 92.11/3 86.29/4");
        assertThat(scored(examples.get(2))).isEqualTo("11178000.00 69.82/1 67.41/2 64.99/3");
        assertThat(scored(examples.get(3))).isEqualTo("8298350.00 79.98/1 77.57/2 75.76/3 73.95/4 71.54/5");
        assertThat(scored(examples.get(4))).isEqualTo("7970000.00/2 7920000.00/1 8010000.00/3");
    }

    @Test
    void rejectsAPriceAboveTheCeilingAndKeepsAnEqualOne() throws IOException {
        var result = json("""
                {"method":"M-A","fullScore":60,"e1":1,"e2":1,"coefficients":{"k":1},"ceiling":100,
                 "prices":[{"bidder":"a","price":100},{"bidder":"b","price":"100.01"}]}""");

        assertThat(result.path("benchmarkPrice").asText()).isEqualTo("100.00");
        assertThat(result.path("scores").get(0).path("score").asText()).isEqualTo("60.00");
        assertThat(result.path("scores").get(1).path("rejected").asText()).isEqualTo("RJ5");
        assertThat(result.path("scores").get(1).has("score")).isFalse();
    }

    @Test
    void printsATableForPeople() throws IOException {
        var run = run("score", file("""
                {"method":"M-A","fullScore":60,"e1":1,"e2":1,"coefficients":{"k":1},
                 "prices":[{"bidder":"甲","price":100}]}"""));

        assertThat(run.exit()).isZero();
        assertThat(run.out()).contains("评标基准价 100.00", "甲", "60.00");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[] | score/unreadable: file",
                "{\"method\":\"M-A\" | score/unreadable: file",
                "{\"method\":\"M-Z\"} | score/method-unknown: method is M-Z",
                "{\"method\":\"M-A\",\"prise\":[]} | score/field-unknown: prise",
                "{\"method\":\"M-A\"} | score/field-missing: prices",
                "{\"method\":\"M-A\",\"prices\":[]} | score/no-price: prices",
                "{\"method\":\"M-A\",\"prices\":[{\"bidder\":\"a\",\"price\":\"1.001\"}]} | score/field-wrong: prices[0].price",
                "{\"method\":\"M-A\",\"prices\":[{\"bidder\":\"a\",\"price\":1},{\"bidder\":\"a\",\"price\":2}]} | score/bidder-twice: prices[1].bidder",
                "{\"method\":\"M-A\",\"prices\":[{\"bidder\":\"a\",\"price\":1}]} | score/field-missing: fullScore",
            })
    void refusesWithTheWayToTheField(String content, String reason) throws IOException {
        var run = run("score", file(content));

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).contains(reason);
    }

    private String scored(String example) throws IOException {
        var result = json(example);
        var lines = StreamSupport.stream(result.path("scores").spliterator(), false)
                .map(it -> it.path(it.has("score") ? "score" : "reviewedPrice").asText() + "/"
                        + it.path("rank").asInt())
                .toList();
        var all = new ArrayList<String>();
        if (result.has("benchmarkPrice")) {
            all.add(result.path("benchmarkPrice").asText());
        }
        all.addAll(lines);
        return String.join(" ", all);
    }

    private JsonNode json(String content) throws IOException {
        var run = run("score", "--json", file(content));
        assertThat(run.err()).isEmpty();
        assertThat(run.exit()).isZero();
        return CanonicalJson.read(run.out().strip().getBytes(StandardCharsets.UTF_8));
    }

    private static Outcome run(String... arguments) {
        return Run.of(List.of(arguments), Outcome::new);
    }

    private String file(String content) throws IOException {
        return Files.writeString(folder.resolve("case.json"), content).toString();
    }
}
