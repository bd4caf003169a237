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
import cn.qifeng.trust.score.Commitments;
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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Four bids, two items and three members, of whom the first does not pass the qualification of the last bid. */
@DisplayName("Preliminary review in a package 存证包中的初步评审")
class ScreeningCheckTest {

    private static final String SESSION = "00000000-0000-0000-0000-000000000007";
    private static final String SEED = "5e".repeat(32);
    private static final List<String> BIDS = List.of("b1", "b2", "b3", "b4");
    private static final Instant NOW = Instant.parse("2026-12-01T06:10:00Z");
    private static final CertificateAuthority CA = CertificateAuthority.create("测试根", NOW, new SecureRandom());
    private static final List<SigningKey> MEMBERS = List.of(key("甲"), key("乙"), key("丙"));

    @Test
    void holdsWhereEverythingIsInOrder() {
        assertThat(new ScreeningCheck().run(new Story().dossier())).isEqualTo(1);
        var blind = new Story();
        blind.blind = true;
        blind.scoredFirst = true;
        assertThat(new ScreeningCheck().run(blind.dossier())).isEqualTo(1);
        var priced = new Story();
        priced.about = "PRICE";
        priced.scoredFirst = true;
        assertThat(new ScreeningCheck().run(priced.dossier())).isEqualTo(1);
    }

    @Test
    void knowsNothingOfAnOlderTenderWithoutItems() {
        var older = new Story();
        older.items = List.of();
        older.without =
                List.of("evaluation/screening-committed", "evaluation/screening-revealed", "evaluation/screened");
        assertThat(new ScreeningCheck().run(older.dossier())).isZero();
    }

    @Test
    void countsNothingThatAFormerPanelDecided() {
        var story = new Story();
        story.formerPanel = true;
        assertThat(new ScreeningCheck().run(story.dossier())).isEqualTo(2);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"lies", "liesAboutTheOrder"})
    void namesEachLie(String expected, Consumer<Story> lie) {
        var story = new Story();
        lie.accept(story);

        var broken = catchThrowableOfType(Broken.class, () -> new ScreeningCheck().run(story.dossier()));

        assertThat(broken).isNotNull();
        assertThat(broken.code()).isEqualTo(expected);
    }

    private static Stream<Arguments> lies() {
        return Stream.of(
                lie("not-the-bids-that-were-rejected", it -> it.rejected = List.of("b3", "b4")),
                lie("not-the-bids-that-were-rejected", it -> it.rejected = List.of()),
                lie("not-the-bids-that-passed", it -> it.passed = List.of("b1", "b2")),
                lie("not-exactly-the-bids-that-passed-the-preliminary-review", it -> it.scored = BIDS),
                lie("not-exactly-the-bids-that-passed-the-preliminary-review", it -> it.scored = List.of("b1", "b2")),
                lie(
                        "not-exactly-the-bids-that-passed-the-preliminary-review",
                        it -> it.scored = List.of("b1", "b2", "b3", "b3")),
                lie("judged-before-the-names-were-open", it -> {
                    it.blind = true;
                    it.scoredFirst = true;
                    it.without = List.of("evaluation/names-open");
                }),
                lie("not-judged-by-exactly-the-published-items", it -> it.written = List.of("F1", "Q1", "Q9")),
                lie("not-judged-by-exactly-the-published-items", it -> it.written = List.of("F1")),
                lie("not-the-sheet-committed-to", it -> it.altered = true),
                lie("failed-without-basis-reason-and-page", it -> it.page = " "),
                lie("failed-without-basis-reason-and-page", it -> it.basis = "ABOVE_CEILING"),
                lie("failed-by-a-member-and-the-panel-did-not-decide-on-it", it -> {
                    it.without = List.of("evaluation/rejected");
                    it.rejected = List.of();
                    it.passed = BIDS;
                }),
                lie("rejected-in-the-preliminary-review-for-what-no-member-failed", it -> it.code = "RJ7"),
                lie("rejected-in-the-preliminary-review-for-what-no-member-failed", it -> it.fails = "b9"));
    }

    private static Stream<Arguments> liesAboutTheOrder() {
        return Stream.of(
                lie("decided-without-the-judgement-of-every-member", it -> it.judging = 2),
                lie("revealed-before-every-member-had-committed", it -> it.committing = 2),
                lie(
                        "a-step-before-the-preliminary-review-was-decided",
                        it -> it.without = List.of("evaluation/screened")),
                lie("a-preliminary-review-for-which-no-item-was-published", it -> it.items = List.of()),
                lie("not-one-of-the-ways-that-fewer-than-three-bids-leave", it -> it.competition = "'CONTINUE'"),
                lie("fewer-than-three-bids-scored-in-government-procurement", it -> {
                    it.dealCode = "D01";
                    it.prices = 2;
                }),
                lie("a-blind-sheet-behind-the-preliminary-review", it -> {
                    it.blind = true;
                    it.scoredFirst = true;
                    it.late = true;
                }),
                lie("judged-before-the-names-were-open", it -> it.about = "PRICE"));
    }

    private static Arguments lie(String expected, Consumer<Story> lie) {
        return Arguments.of(expected, lie);
    }

    /** What the chain says, with one lie. */
    private static final class Story {

        private List<String> items = List.of("F1", "Q1");
        private List<String> written = List.of("F1", "Q1");
        private List<String> rejected = List.of("b4");
        private List<String> passed = List.of("b1", "b2", "b3");
        private List<String> scored = List.of("b1", "b2", "b3");
        private List<String> without = List.of();
        private String dealCode = "A02";
        private String code = "RJ3";
        private String fails = "b4";
        private String basis = "FACT";
        private String page = "第9页";
        private String competition = "null";
        private String about = "";
        private boolean altered;
        private boolean blind;
        private boolean scoredFirst;
        private boolean late;
        private boolean formerPanel;
        private int judging = 3;
        private int committing = 3;
        private int prices = 3;
        private final Dossier dossier = TestDossiers.empty();

        private Dossier dossier() {
            var review = items.stream()
                    .map(it -> "{'item':'" + it + "','part':'FORM','name':'x','ground':'"
                            + (it.equals("Q1") ? "RJ3" : "RJ1") + "','page':true"
                            + (about.isEmpty() ? "" : ",'about':'" + about + "'") + "}")
                    .collect(Collectors.joining(","));
            add(
                    "tender/published",
                    "{'statement':{'doc':{'lot':{'unifiedDealCode':'" + dealCode + "'},'review':[" + review
                            + "],'method':{" + (blind ? "'blind':{}" : "") + "}}}}");
            var commit = Sm3.hex(Bytes.ascii("QC1 labels"), Bytes.uuid(UUID.fromString(SESSION)), Hex.decode(SEED));
            add(
                    "evaluation/opened",
                    "{'session':'" + SESSION + "','bids':['b1','b2','b3','b4'],'labelCommit':'" + commit + "'}");
            panel();
            if (formerPanel) {
                screen(1);
                panel();
            }
            if (scoredFirst) {
                technical(1);
                add("evaluation/names-open", "{'session':'" + SESSION + "','version':1}");
            }
            screen(formerPanel ? 3 : 2);
            if (!scoredFirst || late) {
                technical(4);
            }
            var bids = Stream.generate(() -> "{}").limit(prices).collect(Collectors.joining(","));
            add("evaluation/scored", "{'input':{'prices':[" + bids + "]}}");
            return dossier;
        }

        private void panel() {
            add(
                    "evaluation/panel",
                    "{'members':["
                            + MEMBERS.stream()
                                    .map(it -> "{'member':'" + it.certificateId() + "'}")
                                    .collect(Collectors.joining(","))
                            + "]}");
        }

        private void screen(int version) {
            var sheets = MEMBERS.stream().map(it -> judgements(it)).toList();
            seal("evaluation/screening-", version, sheets);
            add(
                    "evaluation/rejected",
                    "{'session':'" + SESSION + "','bidId':'b4','code':'" + code + "','carried':true}");
            add(
                    "evaluation/screened",
                    "{'session':'" + SESSION + "','version':" + version + ",'competition':" + competition
                            + ",'passed':" + texts(passed) + ",'rejected':" + texts(rejected) + ",'labelSeed':'" + SEED
                            + "'}");
        }

        private void technical(int version) {
            var all = scoredFirst ? BIDS : scored;
            seal(
                    "evaluation/",
                    version,
                    MEMBERS.stream()
                            .map(it -> object("{'reason':'','bids':["
                                    + labels(it, all)
                                            .map(label -> "{'label':'" + label + "'}")
                                            .collect(Collectors.joining(","))
                                    + "]}"))
                            .toList());
        }

        private void seal(String prefix, int version, List<ObjectNode> sheets) {
            boolean judges = prefix.endsWith("-");
            var nonce = "1f".repeat(32);
            for (int i = 0; i < (judges ? committing : 3); i++) {
                var commit = Hex.encode(Commitments.sheet(
                        UUID.fromString(SESSION),
                        Hex.decode(MEMBERS.get(i).certificateId()),
                        version,
                        Hex.decode(nonce),
                        sheets.get(i)));
                var context = Sm3.hex(Bytes.ascii("QC1 note"), Hex.decode(commit));
                add(
                        prefix + "committed",
                        signed(
                                i,
                                "{'version':" + version + ",'commit':'" + commit + "','note':{'context':'" + context
                                        + "'}}"));
            }
            for (int i = 0; i < (judges ? judging : 3); i++) {
                var doc = object("{'session':'" + SESSION + "','version':" + version + ",'nonce':'" + nonce + "'}");
                var sheet = sheets.get(i).deepCopy();
                if (altered && judges && i == 1) {
                    ((ObjectNode) sheet.at("/bids/0/items/0")).put("reason", "已补正");
                }
                doc.set("sheet", sheet);
                add(prefix + "revealed", signed(i, doc));
            }
        }

        private ObjectNode judgements(SigningKey member) {
            var bids = new ArrayList<String>();
            var order = order(member);
            for (int i = 0; i < order.size(); i++) {
                boolean doubted = member.equals(MEMBERS.get(0)) && order.get(i).equals(fails);
                var said = written.stream()
                        .map(item -> doubted && item.equals("Q1")
                                ? "{'item':'Q1','passed':false,'basis':'" + basis + "','reason':'过期','page':'" + page
                                        + "'}"
                                : "{'item':'" + item + "','passed':true,'basis':null,'reason':'','page':''}")
                        .collect(Collectors.joining(","));
                bids.add("{'label':'" + "ABCD".charAt(i) + "','items':[" + said + "]}");
            }
            return object("{'kind':'SCREENING','bids':[" + String.join(",", bids) + "]}");
        }

        private static Stream<String> labels(SigningKey member, List<String> some) {
            var order = order(member);
            return Stream.iterate(0, i -> i < order.size(), i -> i + 1)
                    .flatMap(i -> some.stream().filter(order.get(i)::equals).map(bid -> i))
                    .map(i -> String.valueOf("ABCD".charAt(i)));
        }

        private static List<String> order(SigningKey member) {
            return Draw.picked(
                    Sm3.of(Bytes.ascii("QC1 label order"), Hex.decode(SEED), Hex.decode(member.certificateId())),
                    BIDS,
                    BIDS.size());
        }

        private static ObjectNode signed(int member, String doc) {
            return signed(member, object(doc));
        }

        private static ObjectNode signed(int member, ObjectNode doc) {
            var body = CanonicalJson.object();
            body.set("statement", Statement.of(doc, MEMBERS.get(member)).toJson());
            return body;
        }

        private static String texts(List<String> values) {
            return values.stream().map(it -> "'" + it + "'").collect(Collectors.joining(",", "[", "]"));
        }

        private void add(String type, String text) {
            add(type, object(text));
        }

        private void add(String type, ObjectNode body) {
            if (without.contains(type)) {
                return;
            }
            int n = dossier.entries().size() + 1;
            dossier.entries()
                    .add(new Dossier.Entry("chain/%06d.json".formatted(n), n, type, "t", NOW, body, "hash" + n, n));
        }
    }

    private static SigningKey key(String name) {
        return SigningKey.of(CA.issueWithKey(
                new Subject(name, name, null), NOW.minus(Duration.ofDays(1)), NOW.plus(Duration.ofDays(30))));
    }

    private static ObjectNode object(String text) {
        return CanonicalJson.read(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }
}
