package cn.qifeng.auditor.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.qifeng.auditor.Broken;
import cn.qifeng.auditor.Dossier;
import cn.qifeng.auditor.TestDossiers;
import cn.qifeng.trust.cert.CertificateAuthority;
import cn.qifeng.trust.cert.Subject;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.sign.SigningKey;
import cn.qifeng.trust.sign.Statement;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The third of three members leaves when names are known; who comes scores twice, and the others do not. */
@DisplayName("Blind sheets of members who know the names 暗标揭名后的评分")
class NamedMembersTest {

    private static final Instant NOW = Instant.parse("2026-12-01T06:10:00Z");
    private static final CertificateAuthority CA = CertificateAuthority.create("测试根", NOW, new SecureRandom());
    private static final SigningKey FIRST = key("甲");
    private static final SigningKey SECOND = key("乙");
    private static final SigningKey LEFT = key("丙");
    private static final SigningKey CAME = key("丁");

    private final Dossier dossier = TestDossiers.empty();

    @BeforeEach
    void whoComesScoresOnce() {
        add("evaluation/opened", "{'session':'s'}");
        panel(FIRST, SECOND, LEFT);
        Stream.of(FIRST, SECOND, LEFT).forEach(it -> commit(it, 1));
        Stream.of(FIRST, SECOND, LEFT).forEach(it -> reveal(it, 1));
        namesOpen(1);
        judge(FIRST);
        panel(FIRST, SECOND, CAME);
        commit(CAME, 1);
        reveal(CAME, 1);
    }

    @Test
    void standWhileWhoCameScoresOnceMore() {
        commit(CAME, 3);
        reveal(CAME, 3);
        namesOpen(3);
        judge(CAME);
        assertThat(code()).isNull();
    }

    @Test
    void areNotWrittenAnewByWhoStayed() {
        commit(FIRST, 3);
        assertThat(code()).isEqualTo("a-blind-sheet-written-anew-by-who-knows-the-names");
    }

    @Test
    void areNotWrittenAnewByWhoCameOnceTheNamesAreOpenAgain() {
        namesOpen(1);
        panel(FIRST, CAME, LEFT);
        commit(CAME, 3);
        assertThat(code()).isEqualTo("a-blind-sheet-written-anew-by-who-knows-the-names");
    }

    @Test
    void areWrittenAnewInAReReview() {
        namesOpen(1);
        add("evaluation/report", "{}");
        commit(FIRST, 3);
        assertThat(code()).isNull();
    }

    @Test
    void areOpenOnceForEachPanelAndOnlyWhereFilesAreBlind() {
        namesOpen(1);
        namesOpen(1);
        assertThat(code()).isEqualTo("names-opened-for-no-blind-sheets");
        assertThat(catchThrowableOfType(Broken.class, () -> NamedMembers.check(dossier, false))
                        .code())
                .isEqualTo("names-opened-for-no-blind-sheets");
    }

    @Test
    void areOpenForEveryMemberInTheVersionThatIsNamed() {
        namesOpen(2);
        assertThat(code()).isEqualTo("names-opened-for-no-blind-sheets");
        dossier.entries().remove(dossier.entries().size() - 1);
        panel(FIRST, SECOND, key("戊"));
        namesOpen(1);
        assertThat(code()).isEqualTo("names-opened-before-every-member-had-scored");
    }

    @Test
    void areOfTheSession() {
        add(NamedMembers.OPENED, "{'session':'t','version':1}");
        assertThat(code()).isEqualTo("a-preliminary-review-of-another-session");
    }

    @Test
    void areNotAwaitedWhereWhoCameScoresOnceMore() {
        commit(CAME, 3);
        reveal(CAME, 3);
        var sheets = dossier.entries("evaluation/revealed");
        var last = sheets.get(sheets.size() - 1);
        ScoresCheck.afterAll(dossier, last, dossier.entries("evaluation/committed"));

        dossier.entries().removeIf(it -> it.type().equals(NamedMembers.OPENED));
        var broken = catchThrowableOfType(
                Broken.class, () -> ScoresCheck.afterAll(dossier, last, dossier.entries("evaluation/committed")));
        assertThat(broken.code()).isEqualTo("revealed-before-every-member-had-committed");
    }

    private String code() {
        var broken = catchThrowableOfType(Broken.class, () -> NamedMembers.check(dossier, true));
        return broken == null ? null : broken.code();
    }

    private void panel(SigningKey... members) {
        var seats = new ArrayList<String>();
        List.of(members).forEach(it -> seats.add("{'member':'" + it.certificateId() + "'}"));
        add("evaluation/panel", "{'members':" + seats.stream().collect(Collectors.joining(",", "[", "]")) + "}");
    }

    private void namesOpen(int version) {
        add(NamedMembers.OPENED, "{'session':'s','version':" + version + "}");
    }

    private void judge(SigningKey member) {
        add("evaluation/screening-committed", "{'member':'" + member.certificateId() + "'}");
    }

    private void commit(SigningKey member, int version) {
        var body = CanonicalJson.object();
        body.set(
                "statement",
                Statement.of(object("{'version':" + version + "}"), member).toJson());
        add("evaluation/committed", body);
    }

    private void reveal(SigningKey member, int version) {
        add("evaluation/revealed", "{'member':'" + member.certificateId() + "','version':" + version + "}");
    }

    private void add(String type, String text) {
        add(type, object(text));
    }

    private void add(String type, ObjectNode body) {
        int n = dossier.entries().size() + 1;
        dossier.entries()
                .add(new Dossier.Entry("chain/%06d.json".formatted(n), n, type, "t", NOW, body, "hash" + n, n));
    }

    private static SigningKey key(String name) {
        return SigningKey.of(CA.issueWithKey(
                new Subject(name, name, null), NOW.minus(Duration.ofDays(1)), NOW.plus(Duration.ofDays(30))));
    }

    private static ObjectNode object(String text) {
        return CanonicalJson.read(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }
}
