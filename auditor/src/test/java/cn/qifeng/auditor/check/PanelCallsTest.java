package cn.qifeng.auditor.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.qifeng.auditor.Broken;
import cn.qifeng.auditor.Dossier;
import cn.qifeng.auditor.Dossiers;
import cn.qifeng.auditor.PackageFile;
import cn.qifeng.auditor.crypto.Hash;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Two seats, eight drawn: two sit, four are passed over, one declines, one is silent. */
@DisplayName("Calls of experts in a package 存证包中的专家呼叫")
class PanelCallsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SESSION = "00000000-0000-0000-0000-000000000007";
    private static final String SEED = "5e".repeat(32);

    @Test
    void holdWhereEverythingIsInOrder() {
        assertThatCode(() -> PanelCalls.check(dossier((type, body) -> body))).doesNotThrowAnyException();
    }

    @Test
    void areNotLookedAtWhereTheCutWithholdsThem() {
        assertThatCode(() -> PanelCalls.check(dossier((type, body) -> type.equals("evaluation/called") ? null : body)))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lies")
    void nameEachLie(String expected, Lie lie) {
        var broken = catchThrowableOfType(Broken.class, () -> PanelCalls.check(dossier(lie)));

        assertThat(broken).isNotNull();
        assertThat(broken.code()).isEqualTo(expected);
    }

    @Test
    void nameADirectChoiceWhereSomebodyCouldBeDrawn() {
        var dossier = dossier((type, body) -> body);
        var n = dossier.entries().size() + 1;
        dossier.entries()
                .add(new Dossier.Entry(
                        "chain/x.json",
                        n,
                        "evaluation/direct-choice",
                        "t",
                        Instant.EPOCH,
                        JSON.createObjectNode(),
                        "",
                        n));

        var broken = catchThrowableOfType(Broken.class, () -> PanelCalls.check(dossier));
        assertThat(broken.code()).isEqualTo("a-direct-choice-before-the-pool-was-empty");
    }

    /** What stands in place of a body; {@code null}: withheld. */
    private interface Lie {
        JsonNode tell(String type, ObjectNode body);
    }

    private static Stream<Arguments> lies() {
        return Stream.of(liesOfCalls(), liesOfPanels(), liesOfMeetings()).flatMap(it -> it);
    }

    private static Stream<Arguments> liesOfCalls() {
        var stranger = "ab".repeat(32);
        return Stream.of(
                lie(
                        "a-draw-of-experts-without-its-step",
                        "evaluation/draw-step",
                        it -> it.putNull("draw").put("eligible", 1)),
                lie("not-the-pool-that-was-looked-at", "evaluation/draw-step", it -> it.put("eligible", 7)),
                lie("not-widened-in-the-declared-order", "evaluation/draw-step", it -> it.put("step", "PROVINCE")),
                lie("no-reason-for-a-draw-behind-the-opening", "evaluation/draw-step", it -> it.put("reason", " ")),
                lie("not-called-in-the-order-of-the-draw", "evaluation/called", it -> it.put("code", stranger)),
                lie("not-called-in-the-order-of-the-draw", "evaluation/skipped", it -> it.put("code", stranger)),
                lie("an-answer-of-nobody-who-was-asked", "evaluation/answered", it -> it.put("code", stranger)),
                lie(
                        "an-answer-counted-at-the-wrong-time",
                        "evaluation/answered",
                        it -> it.put("at", "2030-01-01T00:00:00.000Z")),
                lie("an-answer-that-nobody-knows", "evaluation/answered", PanelCallsTest::perhaps),
                lie("a-look-without-a-reason", "evaluation/names-seen", it -> it.put("reason", "")),
                lie(
                        "a-look-at-nobody-who-was-called",
                        "evaluation/names-seen",
                        it -> it.putArray("codes").add(stranger)));
    }

    private static Stream<Arguments> liesOfPanels() {
        var stranger = "ab".repeat(32);
        return Stream.of(
                lie("not-the-experts-who-were-drawn", "evaluation/panel", it -> it.put("seed", stranger)),
                lie(
                        "not-the-experts-who-were-drawn",
                        "evaluation/panel",
                        it -> list(it, "members").remove(0)),
                lie(
                        "not-those-who-were-passed-over",
                        "evaluation/panel",
                        it -> list(it, "passed").remove(0)),
                lie(
                        "passed-over-without-a-ground",
                        "evaluation/panel",
                        it -> seat(it, "passed").put("employer", "己")),
                lie(
                        "passed-over-without-a-ground",
                        "evaluation/panel",
                        it -> seat(it, "passed").put("why", "TOO_FREQUENT")),
                lie(
                        "a-member-who-served-too-often",
                        "evaluation/panel",
                        it -> seat(it, "members").put("served", 3)));
    }

    private static Stream<Arguments> liesOfMeetings() {
        return Stream.of(
                lie(
                        "a-member-who-met-a-bidder-too-often",
                        "evaluation/panel",
                        it -> seat(it, "members").put("sameBidder", 4)),
                lie(
                        "a-member-who-met-a-bidder-too-often",
                        "evaluation/panel",
                        it -> seat(it, "members").remove("sameBidder")),
                lie(
                        "a-member-who-met-the-host-too-often",
                        "evaluation/panel",
                        it -> seat(it, "members").put("sameHost", 6)),
                lie(
                        "passed-over-without-a-ground",
                        "evaluation/panel",
                        it -> ((ObjectNode) list(it, "passed").get(4)).put("sameBidder", 3)),
                lie(
                        "passed-over-without-a-ground",
                        "evaluation/panel",
                        it -> ((ObjectNode) list(it, "passed").get(5)).put("sameHost", 5)));
    }

    private static void perhaps(ObjectNode answered) {
        if (answered.path("answer").asText().equals("DECLINED")) {
            answered.put("answer", "PERHAPS");
        }
    }

    private static Arguments lie(String expected, String type, Consumer<ObjectNode> change) {
        Lie lie = (seen, body) -> {
            if (seen.equals(type)) {
                change.accept(body);
            }
            return body;
        };
        return Arguments.of(expected, lie);
    }

    private static ArrayNode list(ObjectNode panel, String name) {
        return (ArrayNode) panel.path(name);
    }

    private static ObjectNode seat(ObjectNode panel, String name) {
        return (ObjectNode) panel.path(name).path(0);
    }

    private static Dossier dossier(Lie lie) {
        var chain = new Chain(lie);
        chain.add("tender/published", "{'statement':{'doc':{'panel':{'size':2,'tendererSeats':0}}}}");
        chain.add(
                "evaluation/draw-step",
                "{'step':'ASKED','specialties':[],'regions':['3307'],'eligible':8,'needed':2,'draw':'d',"
                        + "'employerMax':1,'servedMax':3,'bidderMax':4,'hostMax':6,'reason':'开标后核对回避'}");
        chain.add("draw/opened", "{'drawId':'d','purpose':'EXPERTS','pool':[1,2,3,4,5,6,7,8]}");
        var values = Stream.of("E1", "E2", "E3", "E4", "E5", "E7", "E8", "E6")
                .map(number -> "'" + code(number) + "'")
                .toList();
        chain.add("draw/result", "{'drawId':'d','values':[" + String.join(",", values) + "]}");
        chain.call("E1");
        chain.skip("E2", "SAME_EMPLOYER");
        chain.call("E3");
        chain.add("evaluation/names-seen", "{'reason':'电话通知','codes':['" + code("E1") + "','" + code("E3") + "']}");
        chain.answer("E3", "DECLINED", "2026-11-30T06:10:00.000Z");
        chain.call("E4");
        chain.answer("E1", "ACCEPTED", "2026-11-30T06:10:00.000Z");
        chain.answer("E4", "UNANSWERED", "2026-11-30T06:30:00.000Z");
        chain.skip("E5", "TOO_FREQUENT");
        chain.skip("E7", "SAME_BIDDER");
        chain.skip("E8", "SAME_HOST");
        chain.call("E6");
        chain.answer("E6", "ACCEPTED", "2026-11-30T06:20:00.000Z");
        chain.panel();
        return chain.dossier;
    }

    private static String code(String number) {
        return Hash.hex(
                Hash.ascii("QE1 expert"),
                BidsCheck.uuid(SESSION),
                HexFormat.of().parseHex(SEED),
                number.getBytes(StandardCharsets.UTF_8));
    }

    /** The entries of a test, each as the lie has it. */
    private static final class Chain {

        private final Dossier dossier =
                Dossiers.of(PackageFile.of(Map.of("package.json", "{}".getBytes(StandardCharsets.UTF_8))));
        private final Lie lie;

        Chain(Lie lie) {
            this.lie = lie;
        }

        void call(String number) {
            add("evaluation/called", "{'code':'" + code(number) + "','answerBy':'2026-11-30T06:30:00.000Z'}");
        }

        void skip(String number, String why) {
            add("evaluation/skipped", "{'code':'" + code(number) + "','why':'" + why + "'}");
        }

        void answer(String number, String answer, String at) {
            add("evaluation/answered", "{'code':'" + code(number) + "','answer':'" + answer + "','at':'" + at + "'}");
        }

        void panel() {
            var members = List.of(seat("E1", "甲", 0, "EXPERT"), seat("E6", "丁", 2, "EXPERT"));
            var passed = List.of(
                    seat("E2", "甲", 0, "SAME_EMPLOYER"),
                    seat("E3", "乙", 0, "DECLINED"),
                    seat("E4", "丙", 0, "UNANSWERED"),
                    seat("E5", "丁", 3, "TOO_FREQUENT"),
                    seat("E7", "戊", 0, "SAME_BIDDER", 4, 5),
                    seat("E8", "己", 0, "SAME_HOST", 3, 6));
            add(
                    "evaluation/panel",
                    "{'session':'" + SESSION + "','seed':'" + SEED + "','members':[" + String.join(",", members)
                            + "],'passed':[" + String.join(",", passed) + "]}");
        }

        private static String seat(String number, String employer, int served, String what) {
            return seat(number, employer, served, what, 3, 5);
        }

        private static String seat(
                String number, String employer, int served, String what, int sameBidder, int sameHost) {
            return "{'expert':'" + number + "','kind':'" + what + "','why':'" + what + "','employer':'" + employer
                    + "','served':" + served + ",'sameBidder':" + sameBidder + ",'sameHost':" + sameHost + "}";
        }

        void add(String type, String text) {
            int n = dossier.entries().size() + 1;
            var object = "chain/%06d.json".formatted(n);
            var body = lie.tell(type, object(text));
            dossier.entries().add(new Dossier.Entry(object, n, type, "t", Instant.EPOCH, body, "", n));
        }

        private static ObjectNode object(String text) {
            try {
                return (ObjectNode) JSON.readTree(text.replace('\'', '"'));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
