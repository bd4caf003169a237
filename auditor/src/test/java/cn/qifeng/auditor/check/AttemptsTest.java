package cn.qifeng.auditor.check;

import static cn.qifeng.auditor.check.Story.json;
import static org.assertj.core.api.Assertions.assertThat;

import cn.qifeng.auditor.Dossier;
import cn.qifeng.auditor.Dossier.Entry;
import cn.qifeng.auditor.Dossiers;
import cn.qifeng.auditor.PackageFile;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("R40: each attempt at an evaluation is judged by itself 每次评审分别核验")
class AttemptsTest {

    private static final String NEW = "{'labelCommit':'bb'}";
    private static final String KNOWN = "{'labelCommit':null}";

    private final Dossier dossier =
            Dossiers.of(PackageFile.of(Map.of("package.json", "{}".getBytes(StandardCharsets.UTF_8))));

    @Test
    void whatIsVoidCountsInItsOwnAttemptAlone() {
        add("opened", "{'labelCommit':'aa'}");
        add("clarification-proposed", "{}");
        add("scored", "{}");
        add("time-set", "{}");
        add("voided", NEW);
        add("scored", "{}");
        add("report", "{}");

        assertThat(Attempts.of(dossier)).extracting(AttemptsTest::numbers).containsExactly("1 2 3 4", "1 4 5 6 7");
        var last = Attempts.of(dossier).get(1);
        assertThat(Attempts.former(last, "evaluation/clarification-proposed")).isEqualTo(1);
        assertThat(Attempts.labelled(last, last.entries("evaluation/scored").get(0)))
                .map(Entry::n)
                .contains(5);
        assertThat(Attempts.each(dossier, it -> it.entries().size())).isEqualTo(5);
    }

    @Test
    void aVoidReReviewLeavesTheFirstReviewAsItStood() {
        add("opened", "{'labelCommit':'aa'}");
        add("clarification-proposed", "{}");
        add("scored", "{}");
        add("report", "{}");
        add("rework-decided", "{'approved':true}");
        add("revealed", "{}");
        add("voided", KNOWN);
        add("revealed", "{}");
        add("scored", "{}");
        add("report", "{}");

        assertThat(Attempts.of(dossier))
                .extracting(AttemptsTest::numbers)
                .containsExactly("1 2 3 4 5 6", "1 2 3 4 5 7 8 9 10");
        var last = Attempts.of(dossier).get(1);
        assertThat(Attempts.former(last, "evaluation/clarification-proposed")).isZero();
        assertThat(Attempts.labelled(last, last.entries("evaluation/scored").get(1)))
                .isEmpty();
        assertThat(Reviews.end(last, 3)).isEqualTo(5);
    }

    @Test
    void eachVoidAttemptEndsWithItsOwnEntry() {
        add("opened", "{'labelCommit':'aa'}");
        add("revealed", "{}");
        add("voided", NEW);
        add("revealed", "{}");
        add("voided", NEW);
        add("revealed", "{}");
        assertThat(Attempts.of(dossier)).extracting(AttemptsTest::numbers).containsExactly("1 2", "1 3 4", "1 3 5 6");
    }

    private static String numbers(Dossier attempt) {
        return String.join(
                " ",
                attempt.entries().stream().map(it -> String.valueOf(it.n())).toList());
    }

    private void add(String type, String body) {
        int n = dossier.entries().size() + 1;
        dossier.entries().add(new Entry("chain/" + n, n, "evaluation/" + type, "t", Instant.EPOCH, json(body), "", n));
    }
}
