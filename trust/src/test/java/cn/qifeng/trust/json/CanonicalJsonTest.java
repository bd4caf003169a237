package cn.qifeng.trust.json;

import static cn.qifeng.trust.fixture.Refusals.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import cn.qifeng.trust.TrustRefusal;
import com.fasterxml.jackson.databind.node.DecimalNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Canonical JSON")
class CanonicalJsonTest {

    @Test
    void sortsMembersByUtf16CodeUnits() {
        var object = CanonicalJson.object()
                .put("\uFF5E", 1)
                .put("\uD83D\uDE00", 2)
                .put("b", 3)
                .put("a", 4);

        assertThat(text(CanonicalJson.encode(object))).isEqualTo("{\"a\":4,\"b\":3,\"\uD83D\uDE00\":2,\"\uFF5E\":1}");
    }

    @Test
    void escapesOnlyWhatMustBe() {
        var object = CanonicalJson.object().put("t", "\"\\/\b\t\n\f\r\u0001\u001f\u007f\u2028启封");

        assertThat(text(CanonicalJson.encode(object)))
                .isEqualTo("{\"t\":\"\\\"\\\\/\\b\\t\\n\\f\\r\\u0001\\u001f\u007f\u2028启封\"}");
    }

    @Test
    void readsWhatItWrites() {
        var object =
                CanonicalJson.object().put("n", -9007199254740991L).putNull("z").put("t", true);
        object.putArray("list").add(1).add("二");

        assertThat(CanonicalJson.decode(CanonicalJson.encode(object)))
                .hasToString(object.toString()
                        .replace(
                                "{\"n\":-9007199254740991,\"z\":null,\"t\":true,\"list\":[1,\"二\"]}",
                                "{\"list\":[1,\"二\"],\"n\":-9007199254740991,\"t\":true,\"z\":null}"));
    }

    @Test
    void handsOverTheElementsOfAnArrayOneByOne() {
        var object = CanonicalJson.object().put("a", "启封").put("z", true);
        object.putArray("list").add("一").addObject().put("n", 2);
        var seen = new ArrayList<String>();

        var rest = CanonicalJson.decodeElements(
                CanonicalJson.encode(object), "list", 2, element -> seen.add(element.toString()));

        assertThat(seen).containsExactly("\"一\"", "{\"n\":2}");
        assertThat(rest).hasToString("{\"a\":\"启封\",\"z\":true}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"list\":[1, 2]}",
                "{\"list\":[1 ,2]}",
                "{\"list\":[ ]}",
                "{\"list\":[{\"b\":1,\"a\":2}]}",
                "{\"list\":[1],\"a\":2}",
                "{\"list\":[1],\"list\":[1]}",
                "{\"list\":[1]} ",
                "{\"list\":[1]}{}",
                "{\"list\":[1.0]}",
                "{\"list\":[1",
                "[1]",
                "",
            })
    void refusesElementsThatAreNotCanonical(String text) {
        refusal(
                TrustRefusal.NOT_CANONICAL,
                () -> CanonicalJson.decodeElements(text.getBytes(StandardCharsets.UTF_8), "list", 2, element -> {}));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"list\":[1,2,3]}", "{\"list\":{}}", "{\"other\":[]}"})
    void refusesAnArrayThatIsTooLongOrNone(String text) {
        refusal(
                TrustRefusal.BAD_FIELD,
                () -> CanonicalJson.decodeElements(text.getBytes(StandardCharsets.UTF_8), "list", 2, element -> {}));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"b\":1,\"a\":2}",
                "{\"a\":1,\"a\":1}",
                "{\"a\": 1}",
                "{\"a\":1} ",
                "{\"a\":1}{}",
                "{\"a\":1.0}",
                "{\"a\":1e2}",
                "{\"a\":-0}",
                "{\"a\":01}",
                "{\"a\":9007199254740992}",
                "{\"a\":123456789012345678901234567890}",
                "{\"a\":\"\\u0041\"}",
                "{\"a\":\"\\/\"}",
                "{\"a\":\"\\u001F\"}",
                "{\"a\":\"\\ud800\"}",
                "{\"a\":NaN}",
                "[1]",
                "1",
                "",
                "{",
                "\uFEFF{\"a\":1}",
                "/* c */{\"a\":1}"
            })
    void refusesOtherSpellings(String json) {
        refusal(TrustRefusal.NOT_CANONICAL, () -> CanonicalJson.decode(json.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void refusesInvalidUtf8() {
        refusal(
                TrustRefusal.NOT_CANONICAL,
                () -> CanonicalJson.decode(new byte[] {'{', '"', 'a', '"', ':', '"', (byte) 0xC3, '"', '}'}));
    }

    @Test
    void refusesFractionsAndUnpairedSurrogatesWhenWriting() {
        var fraction = CanonicalJson.object();
        fraction.set("a", DecimalNode.valueOf(new BigDecimal("1.5")));

        refusal(TrustRefusal.NOT_CANONICAL, () -> CanonicalJson.encode(fraction));
        refusal(
                TrustRefusal.NOT_CANONICAL,
                () -> CanonicalJson.encode(CanonicalJson.object().put("a", "\uD800")));
    }

    @Test
    void refusesDepthThatCouldExhaustTheStack() {
        var deep = "{\"a\":".repeat(100_000) + "1" + "}".repeat(100_000);

        refusal(TrustRefusal.NOT_CANONICAL, () -> CanonicalJson.decode(deep.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void writesMomentsWithThreeDigits() {
        var moment = Instant.parse("2026-12-22T01:30:00.5Z");

        assertThat(Moments.format(moment)).isEqualTo("2026-12-22T01:30:00.500Z");
        assertThat(Moments.parse("2026-12-22T01:30:00.500Z")).isEqualTo(moment);
        refusal(TrustRefusal.BAD_FIELD, () -> Moments.parse("2026-12-22T01:30:00Z"));
        refusal(TrustRefusal.BAD_FIELD, () -> Moments.parse("2026-02-30T01:30:00.000Z"));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
