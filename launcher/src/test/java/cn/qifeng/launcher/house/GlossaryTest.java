package cn.qifeng.launcher.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Glossary 术语表")
class GlossaryTest {

    private static final Pattern ROW = Pattern.compile("\\| `([\\w.]+)` \\| ([^|]+) \\| ([^|]+) \\| ([^|]+) \\|");
    private static final Pattern CHINESE = Pattern.compile("[\\u4e00-\\u9fff]+");
    private static final List<String> HOLDERS = List.of("kernel/src/main/", "trust/src/main/", "/domain/");

    private final List<JavaSource.Type> types = JavaSource.types(Sources.matching(GlossaryTest::holdsDomain)).stream()
            .filter(JavaSource.Type::isPublic)
            .toList();
    private final Map<String, String[]> rows = rows();

    @Test
    void everyDomainTypeSaysItsChineseTermFirst() {
        assertThat(types)
                .hasSizeGreaterThan(250)
                .allSatisfy(type -> assertThat(type.summary())
                        .as("first Javadoc sentence of %s", Sources.name(type.file()))
                        .containsPattern(CHINESE));
    }

    @Test
    void everyDomainTypeStandsInTheGlossaryUnderTheTermOfItsJavadoc() {
        assertThat(types).allSatisfy(type -> {
            assertThat(rows).as("docs/glossary.md has %s", key(type)).containsKey(key(type));
            assertThat(type.summary())
                    .as("Javadoc of %s and the glossary use one term", key(type))
                    .contains(rows.get(key(type))[0]);
        });
    }

    @Test
    void everyTypeOfTheGlossaryExists() {
        assertThat(rows.keySet())
                .isSubsetOf(types.stream().map(GlossaryTest::key).toList());
    }

    @Test
    void everyRowHasTermMeaningAndSource() {
        assertThat(rows).allSatisfy((type, row) -> {
            assertThat(row[0]).as("term of %s", type).containsPattern(CHINESE);
            assertThat(row[1].strip()).as("meaning of %s", type).hasSizeGreaterThan(5);
            assertThat(row[2].strip()).as("source of %s", type).isNotEmpty();
        });
    }

    private static boolean holdsDomain(String name) {
        return name.endsWith(".java")
                && !name.endsWith("package-info.java")
                && name.contains("/src/main/java/")
                && HOLDERS.stream().anyMatch(name::contains);
    }

    private static String key(JavaSource.Type type) {
        return type.packageName().replaceFirst("cn\\.qifeng\\.", "").replaceFirst("\\.domain$", "") + "." + type.name();
    }

    private static Map<String, String[]> rows() {
        var rows = new HashMap<String, String[]>();
        Sources.text("docs/glossary.md").lines().forEach(line -> {
            var row = ROW.matcher(line);
            if (row.matches()) {
                rows.put(row.group(1), new String[] {row.group(2).strip(), row.group(3), row.group(4)});
            }
        });
        return rows;
    }
}
