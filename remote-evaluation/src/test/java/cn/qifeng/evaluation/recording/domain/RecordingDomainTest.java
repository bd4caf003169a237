package cn.qifeng.evaluation.recording.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.qifeng.evaluation.panel.domain.SessionId;
import cn.qifeng.kernel.Refused;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.recording.ChainLink;
import java.time.Instant;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Recording 录制")
class RecordingDomainTest {

    private static final Instant NOW = Instant.parse("2026-12-02T01:00:00Z");
    private static final SessionId SESSION = SessionId.random();

    @Test
    void takesOnlyWhatFollows() {
        var first = item(ChainLink.START, "OPENED");
        var opened = Recording.of(SESSION, NOW).with(first);
        var second = item(opened.link(), "CLOSED");

        assertThat(opened.holds()).isTrue();
        assertThat(opened.has(first)).isTrue();
        assertThat(opened.with(second).link().seq()).isEqualTo(2);
        assertThat(opened.with(first).differs()).isTrue();
        assertThat(opened.with(item(ChainLink.START, "CLOSED")).holds()).isFalse();
    }

    @Test
    void goesOnBehindItsEndForAReReviewAlone() {
        var opened = Recording.of(SESSION, NOW).with(item(ChainLink.START, "OPENED"));
        var ended = opened.with(item(opened.link(), "CLOSED")).closed(NOW);

        var again = ended.with(item(ended.link(), "REOPENED"));
        assertThat(again.holds()).isTrue();
        assertThat(again.closedAt()).isEmpty();
        assertThat(ended.with(item(ended.link(), "JOIN")).differs()).isTrue();
        assertThat(ended.deleted().with(item(ended.link(), "REOPENED")).differs())
                .isTrue();
    }

    @Test
    void isNeverPutRightOnceItDiffers() {
        var differs = Recording.of(SESSION, NOW).differing();
        assertThat(differs.with(item(ChainLink.START, "OPENED")).differs()).isTrue();
        assertThat(differs.holds()).isFalse();
    }

    @Test
    void hasEndedWhereItIsClosedOrDiffersAndTheLogHasWhatWasTaken() {
        var opened = Recording.of(SESSION, NOW).with(item(ChainLink.START, "OPENED"));

        assertThat(opened.toldUpTo(1).ended()).isFalse();
        assertThat(opened.differing().ended()).isFalse();
        assertThat(opened.differing().toldUpTo(1).ended()).isTrue();
        assertThat(opened.closed(NOW).ended()).isTrue();
    }

    @Test
    void isDeletedByTwo() {
        var asked = new Deletion(SESSION, "{}", "a", NOW, Optional.empty(), false);
        assertThat(code(() -> asked.decided("{}", "a", true))).isEqualTo("recording/same-person");
        var decided = asked.decided("{}", "b", true);
        assertThat(decided.approved()).isTrue();
        assertThat(decided.waits()).isFalse();
        assertThat(code(() -> decided.decided("{}", "c", false))).isEqualTo("recording/not-asked");
    }

    @Test
    void refusesFilesOutsideOfItsFolder() {
        assertThat(ChainItem.safeFile("M01.screen/001-00002.webm")).isEqualTo("M01.screen/001-00002.webm");
        for (String name : new String[] {"../x.webm", "M01/../x", "M01/a/b", "/etc/passwd", "M01/..", "M01/%2e"}) {
            assertThat(code(() -> ChainItem.safeFile(name))).isEqualTo("recording/no-such-file");
        }
    }

    private static ChainItem item(ChainLink behind, String kind) {
        var json = CanonicalJson.object().put("kind", kind).put("at", "2026-12-02T01:00:00.000Z");
        behind.append(json);
        return ChainItem.of(new ChainItem(json).text());
    }

    private static String code(ThrowingCallable act) {
        return catchThrowableOfType(Refused.class, act).code().code();
    }
}
