package cn.qifeng.auditor.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.qifeng.auditor.Broken;
import cn.qifeng.auditor.Dossier;
import cn.qifeng.auditor.TestDossiers;
import cn.qifeng.trust.cert.CertificateAuthority;
import cn.qifeng.trust.cert.Subject;
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
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One question is answered and delivered, one lapses, one is stopped, and the answer to the last is withheld. */
@DisplayName("Information that the panel asked for, in a package 存证包中的信息征询")
class InformationCheckTest {

    private static final Instant NOW = Instant.parse("2026-12-02T02:00:00Z");
    private static final String AT = "2026-12-02T02:00:00.000Z";
    private static final String DEADLINE = "2026-12-02T02:30:00.000Z";
    private static final String LATER = "2026-12-02T02:31:00.000Z";
    private static final String TENDERER = "123307030000000001";
    private static final String COMPANY = "913307030000000011";
    private static final CertificateAuthority CA = CertificateAuthority.create("测试根", NOW, new SecureRandom());
    private static final SigningKey MEMBER = key("专家一", null);
    private static final SigningKey SEATED_HOST = key("招标人代表", TENDERER);
    private static final SigningKey HOST = key("招标人经办", TENDERER);
    private static final SigningKey SUPERVISOR = key("监督员", "113307030000000099");
    private static final SigningKey BIDDER = key("投标人经办", COMPANY);

    /** An entry: when it stands, its type, what is signed and by whom, and the fields beside the statement. */
    private static final class Step {
        private final String name;
        private final String type;
        private Instant at = NOW;
        private SigningKey signer;
        private final ObjectNode doc;
        private final ObjectNode body;

        private Step(String name, String type, SigningKey signer, ObjectNode doc, ObjectNode body) {
            this.name = name;
            this.type = type;
            this.signer = signer;
            this.doc = doc;
            this.body = body;
        }
    }

    @Test
    void holdsAsItHappened() {
        assertThatCode(() -> new InformationCheck().run(dossier(steps -> steps)))
                .doesNotThrowAnyException();
        assertThat(new InformationCheck().run(dossier(steps -> steps))).isEqualTo(4);
    }

    /** The first panel scored and was dissolved: the numbers go on under the next one. */
    @Test
    void numbersOnUnderAnotherPanel() {
        UnaryOperator<List<Step>> voided = steps -> {
            var panel = step(steps, "panel");
            var again = plain("again", panel.type, panel.body.toString());
            steps.add(steps.indexOf(step(steps, "3 asked")), again);
            return moved("scored", "2 lapsed").apply(steps);
        };
        assertThat(code(dossier(voided))).isNull();
        assertThat(code(dossier(steps -> without("again").apply(voided.apply(steps)))))
                .isEqualTo("information-outside-of-the-evaluation");
    }

    @Test
    void isAttestedWhereItIsWithheldAndItsPlaceJudgedByTheTypes() {
        var withheld = hidden(dossier(steps -> steps));
        assertThatCode(() -> new InformationCheck().run(withheld)).doesNotThrowAnyException();
        assertThat(withheld.attested()).anyMatch(it -> it.startsWith("information:"));
        assertThat(code(hidden(dossier(moved("1 passage", "report")))))
                .isEqualTo("information-outside-of-the-evaluation");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lies")
    void namesEachLie(String expected, UnaryOperator<List<Step>> lie) {
        assertThat(code(dossier(lie))).isEqualTo(expected);
    }

    private static Stream<Arguments> lies() {
        return Stream.of(liesOfOrder(), liesOfSigners(), liesOfWords(), liesOfMoments())
                .flatMap(it -> it);
    }

    private static Stream<Arguments> liesOfOrder() {
        return Stream.of(
                Arguments.of("a-step-out-of-its-turn", without("1 gate")),
                Arguments.of("a-question-to-the-procuring-entity-was-left-open", without("1 passage")),
                Arguments.of("a-step-out-of-its-turn", without("4 answered")),
                Arguments.of("a-question-to-the-procuring-entity-was-left-open", without("2 lapsed")),
                Arguments.of("a-question-that-nobody-asked", without("1 asked")),
                Arguments.of("not-the-next-number-of-a-question", doc("2 asked", it -> it.put("number", 3))),
                Arguments.of("a-question-that-nobody-asked", moved("4 gate", "panel")),
                Arguments.of("information-outside-of-the-evaluation", moved("1 asked", "names")),
                Arguments.of("information-outside-of-the-evaluation", moved("4 passage", "report")),
                Arguments.of("information-outside-of-the-evaluation", moved("scored", "panel")));
    }

    private static Stream<Arguments> liesOfSigners() {
        return Stream.of(
                Arguments.of("said-by-no-member-of-the-panel", by("1 asked", BIDDER)),
                Arguments.of("not-decided-by-a-supervisor", by("1 gate", HOST)),
                Arguments.of("not-decided-by-a-supervisor", by("4 passage", BIDDER)),
                Arguments.of("not-decided-by-a-supervisor", by("1 passage", MEMBER)),
                Arguments.of("not-answered-by-the-procuring-entity", by("1 answered", BIDDER)),
                Arguments.of("not-answered-by-the-procuring-entity", by("1 answered", SEATED_HOST)));
    }

    private static Stream<Arguments> liesOfWords() {
        return Stream.of(
                Arguments.of("a-bidder-is-named", doc("1 asked", it -> it.put("question", "示例 企业1含税吗？"))),
                Arguments.of("a-bidder-is-named", doc("1 asked", it -> it.put("place", COMPANY))),
                Arguments.of("a-bidder-is-named", doc("1 answered", it -> it.put("text", "示例　企业1更好"))),
                Arguments.of("a-question-without-words", doc("1 asked", it -> it.put("question", " "))),
                Arguments.of("an-answer-without-words", doc("1 answered", it -> it.put("text", " "))),
                Arguments.of("no-time-to-answer", doc("1 asked", it -> it.put("minutes", 0))),
                Arguments.of("not-a-question-to-the-procuring-entity", doc("1 asked", it -> it.put("type", "x"))),
                Arguments.of("not-a-decision-on-an-answer", doc("1 passage", it -> it.put("type", "x"))),
                Arguments.of("a-decision-on-another-answer", doc("1 passage", it -> it.put("answer", "00"))),
                Arguments.of("signed-for-another-question", doc("1 answered", it -> it.put("request", "00"))),
                Arguments.of("neither-released-nor-stopped", doc("1 passage", it -> it.putNull("delivered"))),
                Arguments.of("stopped-without-a-reason", doc("3 gate", it -> it.put("reason", " "))),
                Arguments.of("stopped-without-a-reason", doc("4 passage", it -> it.put("reason", " "))),
                Arguments.of("a-question-of-another-session", doc("1 asked", it -> it.put("session", "x"))));
    }

    private static Stream<Arguments> liesOfMoments() {
        return Stream.of(
                Arguments.of("shown-although-it-was-withheld", body("4 passage", it -> it.put("deliveredAt", AT))),
                Arguments.of("stopped-without-a-reason", body("3 gate", it -> it.put("deadline", DEADLINE))),
                Arguments.of("not-the-minutes-that-the-panel-set", body("1 gate", it -> it.put("deadline", LATER))),
                Arguments.of("released-before-its-time-was-there", body("1 gate", it -> it.put("releasedAt", LATER))),
                Arguments.of("answered-behind-the-deadline", body("1 answered", it -> it.put("answeredAt", LATER))),
                Arguments.of(
                        "answered-before-its-time-was-there", body("1 answered", it -> it.put("answeredAt", DEADLINE))),
                Arguments.of(
                        "delivered-before-its-time-was-there",
                        body("1 passage", it -> it.put("deliveredAt", DEADLINE))),
                Arguments.of("not-the-deadline-that-ran", body("2 lapsed", it -> it.put("deadline", AT))),
                Arguments.of("lapsed-before-its-deadline", (UnaryOperator<List<Step>>) steps -> {
                    step(steps, "2 lapsed").at = NOW;
                    return steps;
                }));
    }

    private static UnaryOperator<List<Step>> without(String name) {
        return steps -> {
            steps.remove(step(steps, name));
            return steps;
        };
    }

    /** A step behind another one. */
    private static UnaryOperator<List<Step>> moved(String name, String behind) {
        return steps -> {
            var moved = step(steps, name);
            steps.remove(moved);
            steps.add(steps.indexOf(step(steps, behind)) + 1, moved);
            return steps;
        };
    }

    private static UnaryOperator<List<Step>> by(String name, SigningKey signer) {
        return steps -> {
            step(steps, name).signer = signer;
            return steps;
        };
    }

    private static UnaryOperator<List<Step>> doc(String name, Consumer<ObjectNode> change) {
        return steps -> {
            change.accept(step(steps, name).doc);
            return steps;
        };
    }

    private static UnaryOperator<List<Step>> body(String name, Consumer<ObjectNode> change) {
        return steps -> {
            change.accept(step(steps, name).body);
            return steps;
        };
    }

    private static Step step(List<Step> steps, String name) {
        return steps.stream().filter(it -> it.name.equals(name)).findFirst().orElseThrow();
    }

    private static String code(Dossier dossier) {
        var broken = catchThrowableOfType(Broken.class, () -> new InformationCheck().run(dossier));
        return broken == null ? null : broken.code();
    }

    private static List<Step> story() {
        var steps = new ArrayList<Step>();
        steps.add(plain(
                "published",
                "tender/published",
                "{'statement':{'doc':{'procuringEntity':{'uscc':'" + TENDERER + "'},'agency':{'uscc':'A'}}}}"));
        steps.add(plain("names", "lot/names", "{'bids':[{'bidId':'b1','name':'示例企业1','uscc':'" + COMPANY + "'}]}"));
        steps.add(plain("opened", "evaluation/opened", "{'session':'s'}"));
        steps.add(plain(
                "panel",
                "evaluation/panel",
                "{'members':[{'member':'%s'},{'member':'%s'}]}"
                        .formatted(MEMBER.certificateId(), SEATED_HOST.certificateId())));
        asked(steps, 1);
        answered(steps, 1, true);
        asked(steps, 2);
        gate(steps, 2, true);
        var lapsed = plain("2 lapsed", "evaluation/information-lapsed", "{'session':'s','number':2}");
        lapsed.body.put("deadline", DEADLINE);
        lapsed.at = Instant.parse(LATER);
        steps.add(lapsed);
        asked(steps, 3);
        gate(steps, 3, false);
        asked(steps, 4);
        answered(steps, 4, false);
        steps.add(plain("scored", "evaluation/scored", "{}"));
        steps.add(plain("report", "evaluation/report", "{}"));
        return steps;
    }

    private static void asked(List<Step> steps, int number) {
        var doc = doc("information-question", number)
                .put("place", "第二章")
                .put("question", "暂列金额是否计入总价？")
                .put("minutes", 30);
        steps.add(signed(number + " asked", MEMBER, doc, CanonicalJson.object()));
    }

    private static void gate(List<Step> steps, int number, boolean released) {
        var doc = doc("information-gate", number).put("released", released).put("reason", released ? "" : "带有倾向");
        var body = CanonicalJson.object()
                .put("releasedAt", released ? AT : null)
                .put("deadline", released ? DEADLINE : null);
        steps.add(signed(number + " gate", SUPERVISOR, doc, body));
    }

    private static void answered(List<Step> steps, int number, boolean delivered) {
        gate(steps, number, true);
        var answer = doc("information-answer", number).put("deadline", DEADLINE).put("text", "计入。");
        steps.add(signed(
                number + " answered", HOST, answer, CanonicalJson.object().put("answeredAt", AT)));
        var doc = doc("information-passage", number).put("delivered", delivered).put("reason", delivered ? "" : "暗示倾向");
        var body = CanonicalJson.object().put("deliveredAt", delivered ? AT : null);
        steps.add(signed(number + " passage", SUPERVISOR, doc, body));
    }

    private static ObjectNode doc(String type, int number) {
        return CanonicalJson.object().put("type", type).put("session", "s").put("number", number);
    }

    private static Step signed(String name, SigningKey signer, ObjectNode doc, ObjectNode body) {
        return new Step(name, "evaluation/information-" + name.substring(2), signer, doc, body);
    }

    private static Step plain(String name, String type, String body) {
        return new Step(
                name,
                type,
                null,
                null,
                CanonicalJson.read(body.replace('\'', '"').getBytes(StandardCharsets.UTF_8)));
    }

    /** The entries of a story, each signed behind the change, naming the question and the answer as they then are. */
    private static Dossier dossier(UnaryOperator<List<Step>> lie) {
        var steps = lie.apply(story());
        var dossier = TestDossiers.empty();
        for (Step step : steps) {
            if (step.doc != null) {
                named(step, steps);
                step.body.set("statement", Statement.of(step.doc, step.signer).toJson());
            }
            int n = dossier.entries().size() + 1;
            dossier.entries().add(new Dossier.Entry("chain/" + n, n, step.type, "t", step.at, step.body, "", n));
        }
        return dossier;
    }

    private static void named(Step step, List<Step> steps) {
        var number = step.name.substring(0, 1);
        if (!step.type.endsWith("asked") && !step.doc.has("request")) {
            step.doc.put("request", hash(steps, number + " asked"));
        }
        if (step.type.endsWith("passage") && !step.doc.has("answer")) {
            step.doc.put("answer", hash(steps, number + " answered"));
        }
    }

    private static String hash(List<Step> steps, String name) {
        return steps.stream()
                .filter(it -> it.name.equals(name))
                .findFirst()
                .map(it -> Sm3.hex(CanonicalJson.encode(it.doc)))
                .orElse("00");
    }

    /** The same without the bodies of everything about information. */
    private static Dossier hidden(Dossier dossier) {
        var types = Set.of("asked", "gate", "answered", "passage", "lapsed");
        dossier.entries()
                .replaceAll(it -> types.stream().anyMatch(step -> it.type().equals("evaluation/information-" + step))
                        ? new Dossier.Entry(it.object(), it.n(), it.type(), "t", it.at(), null, "", it.index())
                        : it);
        return dossier;
    }

    private static SigningKey key(String name, String uscc) {
        return SigningKey.of(CA.issueWithKey(
                new Subject(name, name, uscc), NOW.minus(Duration.ofDays(1)), NOW.plus(Duration.ofDays(30))));
    }
}
