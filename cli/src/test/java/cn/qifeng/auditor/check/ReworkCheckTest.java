package cn.qifeng.auditor.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.qifeng.auditor.Broken;
import cn.qifeng.auditor.Dossier;
import cn.qifeng.auditor.TestDossiers;
import cn.qifeng.trust.cert.CertificateAuthority;
import cn.qifeng.trust.cert.Subject;
import cn.qifeng.trust.draw.Draw;
import cn.qifeng.trust.hash.Bytes;
import cn.qifeng.trust.hash.Hex;
import cn.qifeng.trust.hash.Sm3;
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
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Two bids and two items; item T1 of the first bid is scored once more, and the finalists are published again. */
@DisplayName("Re-reviews in a package 存证包中的复评")
class ReworkCheckTest {

    private static final String ENTITY = "91330703XX1079195L";
    private static final String RIVAL = "91330703XX1395956B";
    private static final String LOT = "00000000-0000-0000-0000-000000000001";
    private static final String SESSION = "00000000-0000-0000-0000-000000000007";
    private static final String SEED = "5e".repeat(32);
    private static final List<String> BIDS = List.of("b1", "b2");
    private static final String REPORT = "aa".repeat(32);
    private static final Instant NOW = Instant.parse("2026-11-30T06:10:00Z");
    private static final CertificateAuthority CA = CertificateAuthority.create("测试根", NOW, new SecureRandom());
    private static final SigningKey HOST = key("招标人", ENTITY);
    private static final SigningKey BIDDER = key("投标人", RIVAL);
    private static final SigningKey SUPERVISOR = key("监督", "12330000XX20000500");
    private static final SigningKey MEMBER = key("专家", null);

    @Test
    void holdWhereEverythingIsInOrder() {
        assertThat(new ReworkCheck().run(new Story().dossier())).isEqualTo(1);
        var refused = new Story();
        refused.approved = false;
        assertThat(new ReworkCheck().run(refused.dossier())).isZero();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lies")
    void nameEachLie(String expected, Consumer<Story> lie) {
        var story = new Story();
        lie.accept(story);

        var broken = catchThrowableOfType(Broken.class, () -> new ReworkCheck().run(story.dossier()));

        assertThat(broken).isNotNull();
        assertThat(broken.code()).isEqualTo(expected);
    }

    private static Stream<Arguments> lies() {
        return Stream.of(
                lie("decided-without-a-request", it -> it.without = "evaluation/rework-asked"),
                lie("asked-by-somebody-else-than-the-tenderer-s-side", it -> it.asks = BIDDER),
                lie("decided-by-somebody-with-a-part-in-it", it -> it.decides = HOST),
                lie("decided-by-somebody-with-a-part-in-it", it -> it.decides = BIDDER),
                lie("decided-by-somebody-with-a-part-in-it", it -> it.decides = MEMBER),
                lie("no-lawful-ground", it -> it.ground = "WE_LOST"),
                lie("not-bids-and-items-that-were-evaluated", it -> it.item = "T9"),
                lie("not-the-report-that-stands", it -> it.questioned = "bb".repeat(32)),
                lie("a-request-without-reason-or-evidence", it -> it.evidence = ""),
                lie(
                        "another-decision-than-was-signed",
                        it -> it.change("evaluation/rework-decided", "ground", "SUM_WRONG")),
                lie("not-the-next-request", it -> it.change("evaluation/rework-asked", "number", "2")),
                lie("reviewed-once-more-before-the-report", it -> it.without = "evaluation/report"),
                lie("reviewed-once-more-behind-the-notice-of-award", it -> it.before = "award/noticed"),
                lie("a-second-report-that-nobody-approved", it -> it.approved = null),
                lie("what-was-published-is-not-withdrawn", it -> it.without = "award/withdrawn"),
                lie("not-exactly-what-was-published", it -> it.change("award/withdrawn", "entries", "[]")),
                lie("withdrawn-for-another", it -> it.change("award/withdrawn", "rework", "2")),
                lie("an-award-while-the-panel-reviews-once-more", it -> it.during = "award/committee"),
                lie("more-than-points-in-a-re-review", it -> it.during = "evaluation/clarification-proposed"),
                lie("more-than-points-in-a-re-review", it -> it.during = "evaluation/found"),
                lie("a-rejection-that-the-approval-does-not-open", it -> it.during = "evaluation/rejected"),
                lie("points-that-the-approval-does-not-open", it -> it.other = "8.00"),
                lie("changed-points-without-a-reason", it -> it.word = ""),
                lie("a-new-version-without-a-reason", it -> it.reason = " "),
                lie("not-a-new-version", it -> it.version = 1),
                lie("a-score-that-the-approval-does-not-open", it -> it.unnamed = "31.00"),
                lie("the-report-of-no-re-review", it -> it.voids = "bb".repeat(32)));
    }

    private static Arguments lie(String expected, Consumer<Story> lie) {
        return Arguments.of(expected, lie);
    }

    /** What a platform tells; each field is what a lie changes. */
    private static final class Story {

        private SigningKey asks = HOST;
        private SigningKey decides = SUPERVISOR;
        private String ground = "EXTREME_POINTS";
        private String item = "T1";
        private String questioned = REPORT;
        private String evidence = "异议函第2页";
        private Boolean approved = true;
        private String other = "7.00";
        private String word = "偏高";
        private String reason = "复评";
        private int version = 2;
        private String unnamed = "30.00";
        private String voids = REPORT;
        private String without = "";
        private String before = "";
        private String during = "";
        private String changedType = "";
        private String changedField = "";
        private String changedTo = "";
        private final Dossier dossier = TestDossiers.empty();

        private void change(String type, String field, String to) {
            changedType = type;
            changedField = field;
            changedTo = to;
        }

        private Dossier dossier() {
            add(
                    "tender/published",
                    "{'statement':{'doc':{'lot':{'id':'" + LOT + "'},'procuringEntity':{'uscc':'" + ENTITY + "'},"
                            + "'agency':{'uscc':'A'},'criteria':[{'item':'T1'},{'item':'T2'}]}}}");
            add("lot/names", "{'bids':[{'uscc':'" + RIVAL + "'}]}");
            var commit = Sm3.hex(Bytes.ascii("QC1 labels"), Bytes.uuid(UUID.fromString(SESSION)), Hex.decode(SEED));
            add("evaluation/opened", "{'bids':['b1','b2'],'labelCommit':'" + commit + "'}");
            add("evaluation/panel", "{'members':[{'member':'" + MEMBER.certificateId() + "'}]}");
            add("evaluation/revealed", sheet(1, "", "9.00", "7.00", ""));
            scored("32.00", "30.00");
            add("evaluation/report", "{'sm3':'" + REPORT + "'}");
            add("award/finalists", "{}");
            rework();
            if (approved != null && !approved) {
                return dossier;
            }
            add("evaluation/revealed", sheet(version, reason, "8.00", other, word));
            scored("31.00", unnamed);
            add("evaluation/report", "{'sm3':'cc','rework':{'number':1,'voids':'" + voids + "'}}");
            add("award/finalists", "{}");
            return dossier;
        }

        private void rework() {
            var places = "[{'bidId':'b1','items':['" + item + "']}]";
            var named = "'number':1,'report':'" + questioned + "','ground':'" + ground + "','places':" + places;
            var asked = Statement.of(
                            object("{'type':'rework-request','lot':'" + LOT + "'," + named
                                    + ",'reason':'异议成立','evidence':'" + evidence + "'}"),
                            asks)
                    .toJson();
            var request = object("{'number':1}");
            request.set("statement", asked);
            add("evaluation/rework-asked", request);
            if (!before.isEmpty()) {
                add(before, "{}");
            }
            if (approved != null) {
                decide(named, asked);
            }
            if (!during.isEmpty()) {
                add(during, "{'bidId':'b2'}");
            }
        }

        private void decide(String named, ObjectNode asked) {
            var said = named + ",'approved':" + approved;
            var request = Sm3.hex(CanonicalJson.encode(asked));
            var doc = object("{'type':'rework-decision','lot':'" + LOT + "'," + said + ",'request':'" + request
                    + "','reason':'属实'}");
            var decision = object("{" + said + "}");
            decision.set("statement", Statement.of(doc, decides).toJson());
            var standing = dossier.entries().stream()
                    .filter(it -> it.type().startsWith("award/"))
                    .map(it -> "{'n':" + it.n() + ",'hash':'" + it.contentHash() + "'}")
                    .toList();
            add("evaluation/rework-decided", decision);
            if (approved) {
                add("award/withdrawn", "{'rework':1,'entries':[" + String.join(",", standing) + "]}");
            }
        }

        /** The member's sheet under its own labels: both items of both bids. */
        private ObjectNode sheet(int number, String why, String first, String second, String said) {
            var order = Draw.picked(
                    Sm3.of(Bytes.ascii("QC1 label order"), Hex.decode(SEED), Hex.decode(MEMBER.certificateId())),
                    BIDS,
                    BIDS.size());
            var bids = new ArrayList<String>();
            for (int i = 0; i < order.size(); i++) {
                boolean named = order.get(i).equals("b1");
                var points = named ? first : "9.00";
                bids.add("{'label':'" + "AB".charAt(i) + "','items':[{'item':'T1','score':'" + points + "','reason':'"
                        + (named ? said : "") + "'},{'item':'T2','score':'" + second + "','reason':'同前'}]}");
            }
            var doc = object("{'session':'" + SESSION + "','version':" + number + ",'sheet':{'reason':'" + why
                    + "','bids':[" + String.join(",", bids) + "]}}");
            var body = CanonicalJson.object();
            body.set("statement", Statement.of(doc, MEMBER).toJson());
            return body;
        }

        private void scored(String first, String second) {
            add(
                    "evaluation/scored",
                    "{'session':'" + SESSION + "','labelSeed':'" + SEED + "','technical':[{'bidId':'b1','score':'"
                            + first + "'},{'bidId':'b2','score':'" + second + "'}]}");
        }

        private void add(String type, String text) {
            add(type, object(text));
        }

        private void add(String type, ObjectNode body) {
            if (type.equals(without)) {
                return;
            }
            if (type.equals(changedType)) {
                body.set(
                        changedField, object("{'to':" + quoted(changedTo) + "}").path("to"));
            }
            int n = dossier.entries().size() + 1;
            dossier.entries()
                    .add(new Dossier.Entry("chain/%06d.json".formatted(n), n, type, "t", NOW, body, "hash" + n, n));
        }

        private static String quoted(String value) {
            return value.matches("\\d+|\\[]") ? value : "'" + value + "'";
        }
    }

    private static SigningKey key(String name, String uscc) {
        return SigningKey.of(CA.issueWithKey(
                new Subject(name, name, uscc), NOW.minus(Duration.ofDays(1)), NOW.plus(Duration.ofDays(30))));
    }

    private static ObjectNode object(String text) {
        return CanonicalJson.read(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }
}
