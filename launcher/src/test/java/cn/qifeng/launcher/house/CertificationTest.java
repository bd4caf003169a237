package cn.qifeng.launcher.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Certification catalogue 检测认证")
class CertificationTest {

    private static final Pattern ROW = Pattern.compile("\\| ([A-J]-\\d{2,3}) \\| ★* ?\\| (.+?) \\| (.+?) \\|");
    private static final Pattern NAME = Pattern.compile("`([^`]+)`");
    private static final Map<String, Integer> GROUPS = Map.of("D", 10, "E", 7, "F", 28, "G", 8, "H", 7, "I", 5, "J", 4);

    private final List<Item> items = items();
    private final Map<String, String> tests = tests();

    private record Item(String number, String asked, String shownBy) {}

    @Test
    void listsEveryItemOnceAndSaysWhatItAsks() {
        assertThat(items.stream().map(Item::number)).containsExactlyInAnyOrderElementsOf(catalogue());
        assertThat(items).allSatisfy(item -> assertThat(item.asked()).isNotBlank());
    }

    @Test
    void anItemIsShownByTestsOrLater() {
        assertThat(items).allSatisfy(item -> assertThat(item.shownBy()).matches("\\*later\\*|`[^`]+`(, `[^`]+`)*"));
    }

    /** In Java {@code Class.method}; in TypeScript {@code file.test.ts: title}, whole or its beginning. */
    @Test
    void namesOnlyTestsThatExist() {
        for (Item item : items) {
            var name = NAME.matcher(item.shownBy());
            while (name.find()) {
                var parts = name.group(1).split(name.group(1).contains(".ts: ") ? ": " : "\\.", 2);
                assertThat(parts)
                        .as("%s names %s", item.number(), name.group(1))
                        .hasSize(2);
                assertThat(tests).as("%s names a file of tests", item.number()).containsKey(parts[0]);
                assertThat(tests.get(parts[0]))
                        .as("%s names a test of %s", item.number(), parts[0])
                        .containsPattern(call(parts));
            }
        }
    }

    private static String call(String... parts) {
        return parts[0].endsWith(".ts")
                ? "(it|test|step)(\\.each\\([^)]*\\))?\\(\\s*['\"`]" + Pattern.quote(parts[1])
                : "void " + Pattern.quote(parts[1]) + "\\(";
    }

    private static List<Item> items() {
        var items = new ArrayList<Item>();
        Sources.text("docs/certification.md").lines().forEach(line -> {
            var row = ROW.matcher(line);
            if (row.matches()) {
                items.add(new Item(row.group(1), row.group(2), row.group(3)));
            }
        });
        return items;
    }

    private static List<String> catalogue() {
        var items = new ArrayList<String>();
        IntStream.rangeClosed(1, 226).forEach(i -> items.add("A-%03d".formatted(i)));
        IntStream.rangeClosed(1, 47).forEach(i -> items.add("B-%03d".formatted(i)));
        GROUPS.forEach((group, size) ->
                IntStream.rangeClosed(1, size).forEach(i -> items.add("%s-%02d".formatted(group, i))));
        return items;
    }

    private static Map<String, String> tests() {
        var tests = new HashMap<String, String>();
        for (Path file : Sources.matching(CertificationTest::isTest)) {
            var name = String.valueOf(file.getFileName());
            tests.merge(name.endsWith(".java") ? name.replace(".java", "") : name, Sources.text(file), String::concat);
        }
        return tests;
    }

    private static boolean isTest(String name) {
        return name.matches(".*/src/test/java/.*Test\\.java")
                || name.startsWith("testkit/src/main/java/")
                || name.matches(".*\\.(test|spec|e2e)\\.ts");
    }
}
