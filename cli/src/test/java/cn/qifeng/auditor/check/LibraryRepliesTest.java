package cn.qifeng.auditor.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.qifeng.auditor.Broken;
import cn.qifeng.auditor.Dossier;
import cn.qifeng.auditor.TestDossiers;
import cn.qifeng.trust.cert.CertificateAuthority;
import cn.qifeng.trust.cert.Subject;
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
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Three in the pool, the first declines, the second comes. */
@DisplayName("Replies of a provincial library in a package 存证包中的省级专家库答复")
class LibraryRepliesTest {

    private static final String USCC = "12330000XX20000500";
    private static final String SESSION = "00000000-0000-0000-0000-000000000007";
    private static final String REQUEST = "00000000-0000-0000-0000-000000000009";
    private static final String SEED = "5e".repeat(32);
    private static final String UNTIL = "2026-11-30T06:30:00.000Z";
    private static final String AT = "2026-11-30T06:10:00.000Z";
    private static final List<String> CODES = List.of("L-00000000000001", "L-00000000000002", "L-00000000000003");
    private static final Instant NOW = Instant.parse(AT);
    private static final CertificateAuthority CA = CertificateAuthority.create("测试根", NOW, new SecureRandom());
    private static final SigningKey LIBRARY = key("示例省综合评标专家库", USCC);
    private static final SigningKey STRANGER = key("别的库", "12330000XX2000051X");
    private static final List<SigningKey> EXPERTS =
            CODES.stream().map(code -> key("专家" + code, null)).toList();

    @Test
    void holdWhereEverythingIsInOrder() {
        assertThatCode(() -> LibraryReplies.check(dossier((type, doc) -> doc, LIBRARY)))
                .doesNotThrowAnyException();
    }

    @Test
    void nameAnotherSigner() {
        var broken =
                catchThrowableOfType(Broken.class, () -> LibraryReplies.check(dossier((type, doc) -> doc, STRANGER)));

        assertThat(broken.code()).isEqualTo("not-signed-by-the-library");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lies")
    void nameEachLie(String expected, Lie lie) {
        var broken = catchThrowableOfType(Broken.class, () -> LibraryReplies.check(dossier(lie, LIBRARY)));

        assertThat(broken).isNotNull();
        assertThat(broken.code()).isEqualTo(expected);
    }

    /** What stands in place of a body or of a doc that the library signs; {@code null}: left out. */
    private interface Lie {
        ObjectNode tell(String type, ObjectNode said);
    }

    private static Stream<Arguments> lies() {
        return Stream.concat(liesOfPools(), Stream.concat(liesOfAnswers(), liesOfIdentities()));
    }

    private static Stream<Arguments> liesOfPools() {
        return Stream.of(
                Arguments.of("a-look-without-a-pool-of-the-library", (Lie)
                        (type, said) -> type.equals("expert-library-pool") ? null : said),
                lie(
                        "a-library-that-the-tender-document-does-not-name",
                        "tender/published",
                        it -> ((ObjectNode) it.at("/statement/doc/panel")).put("source", "OWN")),
                lie("not-signed-by-the-library", "expert-library-pool", it -> it.put("library", "X")),
                lie(
                        "a-code-of-the-library-twice",
                        "expert-library-pool",
                        it -> ((ObjectNode) it.at("/experts/1")).put("code", CODES.get(0))),
                lie("not-the-pool-of-the-library", "evaluation/draw-step", it -> it.put("eligible", 2)),
                lie("not-what-the-look-asked-for", "evaluation/draw-step", it -> it.put("needed", 2)),
                lie(
                        "a-party-was-not-excluded",
                        "expert-library-pool",
                        it -> ((ObjectNode) it.path("asked"))
                                .putArray("excluded")
                                .add("H")
                                .add("A")),
                lie(
                        "a-draw-from-another-pool-than-the-library-s",
                        "draw/opened",
                        it -> it.putArray("pool").add(masked(0))));
    }

    private static Stream<Arguments> liesOfAnswers() {
        return Stream.of(
                lie("not-what-the-library-answered", "expert-library-answer", it -> it.put("answer", "NO_ANSWER")),
                lie("an-answer-of-the-library-twice", "expert-library-answer", it -> it.put("code", CODES.get(1))),
                lie(
                        "an-answer-of-nobody-in-the-pool-of-the-library",
                        "expert-library-answer",
                        it -> it.put("request", SESSION)),
                lie("an-answer-of-the-library-to-another-call", "expert-library-answer", it -> it.put("answerBy", AT)),
                lie("an-answer-of-the-library-for-a-code-never-called", "expert-library-answer", it -> {
                    if (it.path("code").asText().equals(CODES.get(0))) {
                        it.put("code", CODES.get(2));
                    }
                }),
                Arguments.of("an-answer-that-the-library-did-not-sign", (Lie)
                        (type, said) -> type.equals("expert-library-answer") ? null : said),
                lie("a-fault-that-nobody-knows", "evaluation/library-fault", it -> it.put("fault", "fine")));
    }

    private static Stream<Arguments> liesOfIdentities() {
        return Stream.of(
                lie("not-the-identity-of-the-pool", "expert-library-identity", it -> it.set("identity", identity(2))),
                lie(
                        "an-identity-of-nobody-in-the-pool-of-the-library",
                        "expert-library-identity",
                        it -> it.put("request", SESSION)),
                Arguments.of("a-member-nobody-opened", (Lie)
                        (type, said) -> type.equals("expert-library-identity") ? null : said),
                lie(
                        "not-the-member-whom-the-library-opened",
                        "evaluation/panel",
                        it -> ((ObjectNode) it.at("/members/0")).put("employer", "单位9")),
                lie("a-member-tied-to-a-party", "lot/names", it -> ((ObjectNode) it.at("/bids/0")).put("name", "单位1")));
    }

    private static Arguments lie(String expected, String type, Consumer<ObjectNode> change) {
        Lie lie = (seen, said) -> {
            if (seen.equals(type)) {
                change.accept(said);
            }
            return said;
        };
        return Arguments.of(expected, lie);
    }

    private static Dossier dossier(Lie lie, SigningKey signer) {
        var chain = new Chain(TestDossiers.empty(), lie, signer);
        chain.body(
                "tender/published",
                "{'statement':{'doc':{'panel':{'source':'PROVINCIAL','library':{'name':'库','uscc':'" + USCC
                        + "'}},'procuringEntity':{'name':'甲方','uscc':'H'},'agency':{'name':'代理','uscc':'A'}}}}");
        chain.body("lot/names", "{'bids':[{'name':'乙方','uscc':'B'}]}");
        chain.reply("pool", pool());
        chain.body(
                "evaluation/draw-step",
                "{'specialties':['A07'],'regions':['33'],'needed':1,'startsAt':null,'eligible':3,'draw':'d'}");
        var pool = IntStream.range(0, CODES.size())
                .mapToObj(LibraryRepliesTest::masked)
                .sorted()
                .toList();
        chain.body("draw/opened", "{'drawId':'d','pool':['" + String.join("','", pool) + "']}");
        chain.call(0, "DECLINED");
        chain.body("evaluation/library-fault", "{'fault':'library/silent'}");
        chain.call(1, "ACCEPTED");
        chain.reply("identity", answerOf(1).put("salt", salt(1)).set("identity", identity(1)));
        chain.body(
                "evaluation/panel",
                "{'session':'" + SESSION + "','seed':'" + SEED + "','members':[{'kind':'EXPERT','expert':'"
                        + CODES.get(1) + "','member':'" + EXPERTS.get(1).certificateId() + "','employer':'单位1'}]}");
        return chain.dossier;
    }

    private static ObjectNode pool() {
        var doc = object("{'at':'" + AT + "','asked':{'request':'" + REQUEST
                + "','specialties':['A07'],'regions':['33'],'needed':1,'startsAt':null,'excluded':['H','A','B']}}");
        var experts = doc.putArray("experts");
        for (int i = 0; i < CODES.size(); i++) {
            var commit = Sm3.hex(Bytes.ascii("QL1 identity"), Hex.decode(salt(i)), CanonicalJson.encode(identity(i)));
            experts.addObject().put("code", CODES.get(i)).put("commit", commit);
        }
        return doc;
    }

    private static ObjectNode answerOf(int i) {
        return CanonicalJson.object()
                .put("request", REQUEST)
                .put("code", CODES.get(i))
                .put("at", AT);
    }

    private static ObjectNode identity(int i) {
        var identity = CanonicalJson.object()
                .put("name", "专家" + i)
                .put("certificate", Base64.getEncoder().encodeToString(der(EXPERTS.get(i))))
                .put("employer", "单位" + i);
        identity.putArray("ties").add("某大学");
        return identity;
    }

    private static byte[] der(SigningKey key) {
        try {
            return key.certificate().getEncoded();
        } catch (java.security.cert.CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String salt(int i) {
        return ("0" + (i + 1)).repeat(32);
    }

    private static String masked(int i) {
        return Sm3.hex(
                Bytes.ascii("QE1 expert"),
                Bytes.uuid(UUID.fromString(SESSION)),
                Hex.decode(SEED),
                CODES.get(i).getBytes(StandardCharsets.UTF_8));
    }

    private static SigningKey key(String name, String uscc) {
        return SigningKey.of(CA.issueWithKey(
                new Subject(name, name, uscc), NOW.minus(Duration.ofDays(1)), NOW.plus(Duration.ofDays(30))));
    }

    private static ObjectNode object(String text) {
        return CanonicalJson.read(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    /** The entries of a test, each as the lie has it. */
    private record Chain(Dossier dossier, Lie lie, SigningKey signer) {

        void call(int i, String word) {
            body("evaluation/called", "{'code':'" + masked(i) + "','answerBy':'" + UNTIL + "'}");
            reply(
                    "answer",
                    answerOf(i).put("answerBy", UNTIL).put("answer", word).put("reason", ""));
            body("evaluation/answered", "{'code':'" + masked(i) + "','answer':'" + word + "','at':'" + AT + "'}");
        }

        void reply(String sort, ObjectNode said) {
            var type = "expert-library-" + sort;
            var doc = lie.tell(type, said.put("type", type).put("v", 1).put("library", USCC));
            if (doc != null) {
                var body = CanonicalJson.object();
                body.set("statement", Statement.of(doc, signer).toJson());
                add("evaluation/library-" + sort, body);
            }
        }

        void body(String type, String text) {
            add(type, lie.tell(type, object(text)));
        }

        private void add(String type, ObjectNode body) {
            int n = dossier.entries().size() + 1;
            dossier.entries().add(new Dossier.Entry("chain/%06d.json".formatted(n), n, type, "t", NOW, body, "", n));
        }
    }
}
