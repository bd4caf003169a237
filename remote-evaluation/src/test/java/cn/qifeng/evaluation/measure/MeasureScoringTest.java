package cn.qifeng.evaluation.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Scoring of a made-up review 评分汇总测量")
class MeasureScoringTest {

    @ParameterizedTest
    @ValueSource(strings = {"M-A", "M-B", "M-C", "M-D"})
    void scoresEveryBidRightlyAndFindsWhatDiffers(String method) throws Exception {
        var said = said(method, "5", "6", "7", "0", "1", "20", "40");

        assertThat(said).contains("found 2", "wrong 0");
        assertThat(said.stream().filter(it -> it.startsWith("total20 "))).hasSize(2);
        assertThat(said.stream().filter(it -> it.startsWith("total40 "))).hasSize(1);
    }

    private static List<String> said(String... arguments) throws Exception {
        var out = System.out;
        var bytes = new ByteArrayOutputStream();
        System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            MeasureScoring.main(arguments);
        } finally {
            System.setOut(out);
        }
        return bytes.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
