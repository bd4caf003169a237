package cn.qifeng.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Certification catalogue 检测认证")
class CertificationTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern ROW = Pattern.compile("\\| ([A-J]-\\d{2,3}) \\| ★* ?\\| (.+?) \\|");
    private static final Map<String, Integer> GROUPS = Map.of("D", 10, "E", 7, "F", 28, "G", 8, "H", 7, "I", 5, "J", 4);

    @Test
    void listsEveryItemOnce() throws IOException {
        assertThat(rows().stream().map(row -> row[0])).containsExactlyInAnyOrderElementsOf(catalogue());
    }

    @Test
    void namesOnlyTestsThatExist() throws IOException {
        var sources = sources();
        for (String[] row : rows()) {
            if (row[1].equals("*later*")) {
                continue;
            }
            for (String test : row[1].replace("`", "").split(", ")) {
                var parts = test.split("\\.", 2);
                assertThat(parts).as("%s names %s", row[0], test).hasSize(2);
                assertThat(sources).as("%s names the class of %s", row[0], test).containsKey(parts[0]);
                assertThat(sources.get(parts[0]))
                        .as("%s names %s", row[0], test)
                        .contains(parts[1]);
            }
        }
    }

    private static List<String[]> rows() throws IOException {
        var rows = new ArrayList<String[]>();
        for (String line : Files.readAllLines(ROOT.resolve("docs/certification.md"))) {
            var matcher = ROW.matcher(line);
            if (matcher.matches()) {
                rows.add(new String[] {matcher.group(1), matcher.group(2)});
            }
        }
        return rows;
    }

    private static List<String> catalogue() {
        var items = new ArrayList<String>();
        IntStream.rangeClosed(1, 226).forEach(i -> items.add("A-%03d".formatted(i)));
        IntStream.rangeClosed(1, 47).forEach(i -> items.add("B-%03d".formatted(i)));
        GROUPS.forEach((group, size) ->
                IntStream.rangeClosed(1, size).forEach(i -> items.add("%s-%02d".formatted(group, i))));
        return items;
    }

    private static Map<String, String> sources() throws IOException {
        var sources = new HashMap<String, String>();
        try (Stream<Path> files = Files.walk(ROOT)) {
            for (Path file : files.filter(CertificationTest::isTest).toList()) {
                var name = String.valueOf(file.getFileName());
                sources.put(name.substring(0, name.indexOf('.')), Files.readString(file));
            }
        }
        return sources;
    }

    private static boolean isTest(Path file) {
        var path = file.toString();
        return !path.contains("/target/")
                && !path.contains("/node_modules/")
                && (path.matches(".*/src/test/java/.*Test\\.java") || path.matches(".*\\.(test|spec)\\.ts"));
    }
}
