package cn.qifeng.auditor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A value has one form only, so that no byte of a package can change unseen")
class ShapeTest {

    private static final String OBJECT = "heads.json#0";

    @ParameterizedTest
    @ValueSource(strings = {"0A", "0", "0g", "", "0a0a"})
    void hexadecimalIsLowerCaseAndOfTheRightLength(String text) {
        assertThat(Shape.hex("0a", 1, OBJECT)).containsExactly(10);
        assertThatThrownBy(() -> Shape.hex(text, 1, OBJECT)).isInstanceOf(Broken.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"AQ", "AR==", "AQ=", "A Q==", "AQ==\n"})
    void base64HasPaddingAndNoSpareBits(String text) {
        assertThat(Shape.base64(with("AQ=="), "x", OBJECT)).containsExactly(1);
        assertThatThrownBy(() -> Shape.base64(with(text), "x", OBJECT))
                .isInstanceOf(Broken.class)
                .hasMessageContaining("heads.json#0.x");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-12-22T01:30:00Z",
                "2026-12-22T01:30:00.000+08:00",
                "2026-12-22T01:30:00.000000Z",
                "2026-13-22T01:30:00.000Z"
            })
    void momentsHaveThreeDigitsOfMilliseconds(String text) {
        assertThat(Shape.moment(with("2026-12-22T01:30:00.000Z"), "x", OBJECT)).isNotNull();
        assertThatThrownBy(() -> Shape.moment(with(text), "x", OBJECT)).isInstanceOf(Broken.class);
    }

    @Test
    void objectsHaveTheirMembersAndNoOther() {
        Shape.exactly(with("1"), OBJECT, "x");
        assertThatThrownBy(() -> Shape.exactly(with("1"), OBJECT, "x", "y")).isInstanceOf(Broken.class);
        assertThatThrownBy(() -> Shape.exactly(with("1").put("y", 1), OBJECT, "x"))
                .isInstanceOf(Broken.class);
    }

    @Test
    void aNumberIsNoText() {
        assertThatThrownBy(() -> Shape.number(with("1"), "x", OBJECT)).isInstanceOf(Broken.class);
        assertThatThrownBy(() -> Shape.text(with("1").put("x", 1), "x", OBJECT)).isInstanceOf(Broken.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\":1,\"a\":1}", "{\"b\":1,\"a\":1}", "{ }", "{\"a\":1.0}", "{\"a\":1}x", "[1"})
    void jsonIsCanonical(String text) {
        assertThatThrownBy(() -> Canon.parse(text.getBytes(StandardCharsets.UTF_8), OBJECT))
                .isInstanceOf(Broken.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../trust.json", "chain/1.json", "bids/x/receipt.json", "documents/a.pdf", "notes.txt"})
    void aPackageHasOnlyKnownNames(String name) {
        assertThatThrownBy(() -> PackageFile.of(Map.of(name, new byte[1])))
                .isInstanceOf(Broken.class)
                .hasMessageStartingWith(name);
    }

    private static ObjectNode with(String text) {
        return JsonNodeFactory.instance.objectNode().put("x", text);
    }
}
