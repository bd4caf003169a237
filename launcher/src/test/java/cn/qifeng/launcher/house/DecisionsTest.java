package cn.qifeng.launcher.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Decision records 决策记录")
class DecisionsTest {

    private static final Pattern ARTIFACT = Pattern.compile(
            "<(?:dependency|plugin)>\\s*(?:<groupId>([^<]+)</groupId>\\s*)?<artifactId>([^<]+)</artifactId>");
    private static final String OURS = "cn.qifeng";

    private final List<Path> records = Sources.matching(it -> it.matches("docs/decisions/\\d{4}-.+\\.md"));
    private final String text = records.stream().map(Sources::text).collect(Collectors.joining("\n"));

    @Test
    void everyDirectDependencyOfMavenHasAReason() {
        var artifacts = new TreeSet<String>();
        for (Path pom : Sources.matching(it -> it.equals("pom.xml") || it.matches("[\\w-]+/pom\\.xml"))) {
            var artifact = ARTIFACT.matcher(Sources.text(pom));
            while (artifact.find()) {
                if (!OURS.equals(artifact.group(1))) {
                    artifacts.add(artifact.group(2));
                }
            }
        }

        assertThat(artifacts).hasSizeGreaterThan(30).allSatisfy(this::isNamed);
    }

    @Test
    void everyDirectDependencyOfNpmHasAReason() throws IOException {
        var packages = new TreeSet<String>();
        for (Path file : Sources.matching(it -> it.endsWith("/package.json"))) {
            JsonNode json = new ObjectMapper().readTree(file.toFile());
            json.path("dependencies").fieldNames().forEachRemaining(packages::add);
            json.path("devDependencies").fieldNames().forEachRemaining(packages::add);
        }

        assertThat(packages).hasSizeGreaterThan(15).allSatisfy(this::isNamed);
    }

    @Test
    void everyRecordIsNumberedOnceAndIndexed() {
        var index = Sources.text("docs/decisions/README.md");
        var numbers = new ArrayList<String>();
        for (Path record : records) {
            var name = String.valueOf(record.getFileName());
            numbers.add(name.substring(0, 4));
            assertThat(index).as("docs/decisions/README.md").contains("](" + name + ")");
        }

        assertThat(numbers).doesNotHaveDuplicates();
    }

    private void isNamed(String dependency) {
        assertThat(Pattern.compile("`" + Pattern.quote(dependency) + "`")
                        .matcher(text)
                        .find())
                .as("`%s` has its reason in docs/decisions", dependency)
                .isTrue();
    }
}
