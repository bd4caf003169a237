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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The third of three members rejected a bid with the others, and is replaced in the re-review of another bid. */
@DisplayName("Proposals behind a replacement 更换成员后的否决表决")
class ProposalsTest {

    private static final Instant NOW = Instant.parse("2026-12-01T06:10:00Z");
    private static final CertificateAuthority CA = CertificateAuthority.create("测试根", NOW, new SecureRandom());
    private static final SigningKey FIRST = key("甲");
    private static final SigningKey SECOND = key("乙");
    private static final SigningKey LEFT = key("丙");
    private static final SigningKey CAME = key("丁");
    private static final String PROPOSAL =
            "'session':'s','bidId':'b2','code':'RJ6','reason':'x','page':'3','basis':'FACT','clarification':null";

    private final Dossier dossier = TestDossiers.empty();
    private Dossier.Entry approval;

    @BeforeEach
    void aRejectionStandsAndAReReviewBegins() {
        panel(FIRST, SECOND, LEFT);
        vote(FIRST, "FOR");
        vote(SECOND, "AGAINST");
        vote(LEFT, "FOR");
        rejected(2, 1, true);
        add("evaluation/report", "{}");
        approval = add("evaluation/rework-decided", "{'approved':true,'places':[{'bidId':'b1','items':['T1']}]}");
    }

    @Test
    void areVotedOnAnewAndTheLastDecisionCounts() {
        assertThat(PanelCheck.carried(dossier)).hasSize(1);
        panel(FIRST, SECOND, CAME);
        vote(FIRST, "FOR");
        vote(SECOND, "AGAINST");
        vote(CAME, "AGAINST");
        rejected(1, 2, false);

        assertThat(code(() -> PanelCheck.rejections(dossier))).isNull();
        assertThat(course()).isNull();
        assertThat(PanelCheck.carried(dossier)).isEmpty();
    }

    @Test
    void doNotCountTheVoteOfWhoLeft() {
        panel(FIRST, SECOND, CAME);
        rejected(2, 1, true);
        assertThat(code(() -> PanelCheck.rejections(dossier))).isEqualTo("not-the-votes");
    }

    @Test
    void doNotStandOnTheVoteOfWhoLeft() {
        panel(FIRST, SECOND, CAME);
        assertThat(course()).isEqualTo("a-rejection-on-which-a-member-who-left-had-voted");
    }

    @Test
    void standWhereNobodyLeft() {
        assertThat(course()).isNull();
    }

    @Test
    void areNotDecidedTwiceByOnePanel() {
        vote(FIRST, "FOR");
        rejected(2, 1, true);
        assertThat(course()).isEqualTo("a-rejection-that-the-approval-does-not-open");
    }

    @Test
    void areNoOthersThanThoseThatStood() {
        panel(FIRST, SECOND, CAME);
        add("evaluation/rejected", "{" + PROPOSAL.replace("RJ6", "RJ7") + ",'for':3,'against':0,'carried':true}");
        assertThat(course()).isEqualTo("a-rejection-that-the-approval-does-not-open");
    }

    /** The re-review up to its report, which nobody shows. */
    private String course() {
        int n = dossier.entries().size() + 1;
        dossier.entries().add(new Dossier.Entry("chain/" + n, n, "evaluation/report", "t", NOW, null, "h", n));
        return code(() -> new ReworkCourse(dossier, approval).check());
    }

    private static String code(org.assertj.core.api.ThrowableAssert.ThrowingCallable check) {
        var broken = catchThrowableOfType(Broken.class, check);
        return broken == null ? null : broken.code();
    }

    private void panel(SigningKey... members) {
        add(
                "evaluation/panel",
                Stream.of(members)
                        .map(it -> "{'member':'" + it.certificateId() + "'}")
                        .collect(Collectors.joining(",", "{'members':[", "]}")));
    }

    private void vote(SigningKey member, String word) {
        var doc = object("{'type':'rejection-vote'," + PROPOSAL + ",'vote':'" + word + "','opinion':''}");
        var body = CanonicalJson.object();
        body.set("statement", Statement.of(doc, member).toJson());
        add("evaluation/vote", body);
    }

    private void rejected(int inFavour, int against, boolean carried) {
        add(
                "evaluation/rejected",
                "{" + PROPOSAL + ",'for':" + inFavour + ",'against':" + against + ",'carried':" + carried + "}");
    }

    private Dossier.Entry add(String type, String text) {
        return add(type, object(text));
    }

    private Dossier.Entry add(String type, ObjectNode body) {
        int n = dossier.entries().size() + 1;
        var entry = new Dossier.Entry("chain/%06d.json".formatted(n), n, type, "t", NOW, body, "hash" + n, n);
        dossier.entries().add(entry);
        return entry;
    }

    private static SigningKey key(String name) {
        return SigningKey.of(CA.issueWithKey(
                new Subject(name, name, null), NOW.minus(Duration.ofDays(1)), NOW.plus(Duration.ofDays(30))));
    }

    private static ObjectNode object(String text) {
        return CanonicalJson.read(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }
}
