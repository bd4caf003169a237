package cn.qifeng.testkit.states;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Chinese terms of states, read from the Javadoc that stands before them in the source of their type. */
final class ChineseTerms {

    private static final String JAVADOC = "/\\*\\*((?:(?!\\*/).)*)\\*/\\s*(?:\\w+\\s+)*?";
    private static final Pattern TERM = Pattern.compile("\\(?([\\u4e00-\\u9fff、]+)[,，)]?");

    private ChineseTerms() {}

    /** The term by state, for every state whose first Javadoc line has one. */
    static Map<String, String> of(Class<?> type, List<String> states) {
        var terms = new HashMap<String, String>();
        var text = source(type);
        for (String state : states) {
            var doc = Pattern.compile(JAVADOC + "\\b" + state + "\\s*[(,;\\n]", Pattern.DOTALL)
                    .matcher(text);
            if (doc.find()) {
                var term = TERM.matcher(doc.group(1));
                if (term.find()) {
                    terms.put(state, term.group(1));
                }
            }
        }
        return terms;
    }

    /** States that are record types, as they follow in the source; the compiler keeps no order of its own. */
    static List<String> inOrderOfSource(Class<?> type, List<String> states) {
        var text = source(type);
        return states.stream()
                .sorted(Comparator.comparingInt((String state) -> text.indexOf("record " + state + "("))
                        .thenComparing(state -> state))
                .toList();
    }

    private static String source(Class<?> type) {
        var outer = type.getName().replaceAll("\\$.*", "").replace('.', '/');
        return read(Path.of("src/main/java", outer + ".java"));
    }

    private static String read(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException thrown) {
            throw new UncheckedIOException(thrown);
        }
    }
}
