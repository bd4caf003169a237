package cn.qifeng.auditor.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.qifeng.auditor.Broken;
import cn.qifeng.auditor.Canon;
import cn.qifeng.auditor.Dossiers;
import cn.qifeng.auditor.PackageFile;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** All proofs of a package lead to its newest head, so that heads and steps have to be told apart by themselves. */
@DisplayName("Heads or steps between them 日志头与一致性证明")
class StepsTest {

    private static final List<Integer> OWN = List.of(64, 128, 256, 320, 512);
    private static final List<Integer> LEAVES = List.of(3, 70, 200, 300, 400);
    private static final List<Integer> OTHER = List.of(192, 384, 448, 512);
    private static final List<Integer> OF_A_BUSY_LOG = List.of(64, 128, 192, 256, 320, 384, 448, 512);

    private final TestTree tree = new TestTree(1);

    @Test
    void anAlteredListOfStepsIsNamed() {
        List<Consumer<ArrayNode>> changes = new ArrayList<>();
        for (int i = 0; i < OWN.size() - 1; i++) {
            int at = i;
            changes.add(steps -> steps.remove(at));
            changes.add(steps -> steps.insert(at, steps.get(at).deepCopy()));
            changes.add(steps -> add(steps.get(at), "from", 1));
            changes.add(steps -> add(steps.get(at), "from", -1));
            changes.add(steps -> add(steps.get(at), "to", 3));
            changes.add(steps -> Collections.swap(elements(steps), at, (at + 1) % (OWN.size() - 1)));
        }
        for (var change : changes) {
            var steps = tree.steps(OWN);
            change.accept(steps);

            assertThat(culprit(OWN, steps)).isEqualTo("consistency.json");
        }
    }

    @Test
    void theStepsOfAnotherTenderAreNamed() {
        assertThat(culprit(OWN, tree.steps(OTHER))).isEqualTo("consistency.json");
        assertThat(culprit(OWN, new TestTree(2).steps(OF_A_BUSY_LOG))).isEqualTo("consistency.json");
    }

    @Test
    void anAlteredListOfHeadsIsNamed() {
        for (int i = 0; i < OWN.size(); i++) {
            var shorter = new ArrayList<>(OWN);
            shorter.remove(i);
            var doubled = new ArrayList<>(OWN);
            doubled.add(i, OWN.get(i));
            var swapped = new ArrayList<>(OWN);
            Collections.swap(swapped, i, (i + 1) % OWN.size());

            assertThat(culprit(shorter, tree.steps(OWN))).isEqualTo("heads.json");
            assertThat(culprit(doubled, tree.steps(OWN))).isEqualTo("heads.json");
            assertThat(culprit(swapped, tree.steps(OWN))).startsWith("heads.json");
        }
    }

    @Test
    void theHeadsOfAnotherTenderAreNamed() {
        assertThat(culprit(OTHER, tree.steps(OWN))).isEqualTo("heads.json");
        assertThat(culprit(List.of(192, 384), tree.steps(OWN))).isEqualTo("heads.json");
    }

    private String culprit(List<Integer> heads, ArrayNode steps) {
        var objects = new TreeMap<String, byte[]>();
        objects.put("package.json", Canon.bytes(node().put("size", 512), "package.json"));
        objects.put("consistency.json", Canon.bytes(steps, "consistency.json"));
        for (int i = 0; i < LEAVES.size(); i++) {
            var entry = node();
            entry.putObject("leaf").put("index", LEAVES.get(i)).put("size", 512);
            objects.put("chain/%06d.json".formatted(i + 1), Canon.bytes(entry, "chain"));
        }
        var dossier = Dossiers.of(PackageFile.of(objects));
        heads.forEach(size -> dossier.heads().add(tree.head(size)));
        return catchThrowableOfType(Broken.class, () -> HeadsCheck.consistency(dossier))
                .object();
    }

    private static ObjectNode node() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static void add(JsonNode step, String name, int more) {
        ((ObjectNode) step).put(name, step.path(name).asInt() + more);
    }

    private static List<JsonNode> elements(ArrayNode steps) {
        return new AbstractList<>() {
            @Override
            public JsonNode get(int i) {
                return steps.get(i);
            }

            @Override
            public JsonNode set(int i, JsonNode node) {
                return steps.set(i, node);
            }

            @Override
            public int size() {
                return steps.size();
            }
        };
    }
}
