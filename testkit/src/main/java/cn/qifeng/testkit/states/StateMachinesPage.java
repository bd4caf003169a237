package cn.qifeng.testkit.states;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * docs/state-machines.md, of which every module writes its own part. A stale part fails the module's test; with {@code
 * -Dupdate} the test writes it instead.
 */
public final class StateMachinesPage {

    private static final Path FILE = Path.of("..", "docs", "state-machines.md");

    private StateMachinesPage() {}

    /** Compares the part of this module with what the walks saw, or writes it. */
    public static void hasPart(String module, Walk... walks) {
        var part = Arrays.stream(walks).map(Walk::markdown).collect(Collectors.joining());
        try {
            var text = Files.readString(FILE);
            if (System.getProperty("update") != null) {
                Files.writeString(FILE, replaced(text, module, part));
                return;
            }
            assertThat(part(text, module))
                    .as("docs/state-machines.md, part %s; run this test with -Dupdate and read what changed", module)
                    .isEqualTo(part);
        } catch (IOException thrown) {
            throw new UncheckedIOException(thrown);
        }
    }

    private static String part(String text, String module) {
        return text.substring(text.indexOf(begin(module)) + begin(module).length(), text.indexOf(end(module)));
    }

    private static String replaced(String text, String module, String part) {
        int from = text.indexOf(begin(module)) + begin(module).length();
        return text.substring(0, from) + part + text.substring(text.indexOf(end(module)));
    }

    private static String begin(String module) {
        return "<!-- begin " + module + " -->\n\n";
    }

    private static String end(String module) {
        return "<!-- end " + module + " -->";
    }
}
