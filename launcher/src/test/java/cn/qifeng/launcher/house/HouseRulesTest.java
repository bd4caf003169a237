package cn.qifeng.launcher.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Sizes that the house keeps")
class HouseRulesTest {

    private static final int FILE_LINES_MAX = 400;
    private static final int TEST_LINES_MAX = 500;
    private static final int PAGE_LINES_MAX = 250;
    private static final int METHOD_LINES_MAX = 39;

    @Test
    void noSourceFileIsLongerThanAReaderTakesInAtOnce() {
        assertThat(longer(FILE_LINES_MAX, it -> isCode(it) && !isTest(it))).isEmpty();
    }

    @Test
    void noTestFileIsLongerThanFiveHundredLines() {
        assertThat(longer(TEST_LINES_MAX, it -> isCode(it) && isTest(it))).isEmpty();
    }

    @Test
    void noPageComponentIsLongerThanTwoHundredAndFiftyLines() {
        assertThat(longer(PAGE_LINES_MAX, it -> it.endsWith(".vue"))).isEmpty();
    }

    @Test
    void noMethodHasFortyLines() {
        var java = Sources.matching(it -> it.endsWith(".java"));

        var methods = JavaSource.methods(java);

        assertThat(methods).hasSizeGreaterThan(1_000);
        assertThat(methods.stream()
                        .filter(it -> it.lines() > METHOD_LINES_MAX)
                        .map(it -> "%s line %d: %s has %d lines"
                                .formatted(Sources.name(it.file()), it.line(), it.name(), it.lines())))
                .isEmpty();
    }

    private static List<String> longer(int linesMax, Predicate<String> wanted) {
        var files = Sources.matching(wanted);
        assertThat(files).hasSizeGreaterThan(10);
        return files.stream()
                .filter(it -> Sources.text(it).lines().count() > linesMax)
                .map(it -> "%s has %d lines"
                        .formatted(Sources.name(it), Sources.text(it).lines().count()))
                .toList();
    }

    private static boolean isCode(String name) {
        return name.endsWith(".java") || name.endsWith(".ts") || name.endsWith(".mjs");
    }

    private static boolean isTest(String name) {
        return name.contains("/src/test/") || name.startsWith("frontend/e2e/") || name.endsWith(".test.ts");
    }
}
