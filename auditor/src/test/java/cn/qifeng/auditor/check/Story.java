package cn.qifeng.auditor.check;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.qifeng.auditor.Broken;
import cn.qifeng.auditor.Dossier;
import cn.qifeng.auditor.Dossiers;
import cn.qifeng.auditor.PackageFile;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** A chain of an evaluation told in named steps, so that a lie about one of them, or a change of their order, is one word. */
final class Story {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Story() {}

    /** A step of the story; {@code at} is {@code null} where it stands at the hour of all. */
    record Step(String name, String type, ObjectNode body, Instant at) {

        Step(String name, String type, ObjectNode body) {
            this(name, type, body, null);
        }
    }

    /** A step whose entry is {@code evaluation/type}, with single quotes for double ones in its body. */
    static Step entry(String name, String type, String body) {
        return new Step(name, type.contains("/") ? type : "evaluation/" + type, (ObjectNode) json(body));
    }

    /** JSON with single quotes for double ones. */
    static JsonNode json(String text) {
        try {
            return JSON.readTree(text.replace('\'', '"'));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The code of the rule that is broken, what is attested besides late records, or {@code null}; bodies of these types
     * are withheld.
     */
    static String found(Check check, List<Step> steps, Instant at, Set<String> withheld) {
        var dossier = Dossiers.of(PackageFile.of(Map.of("package.json", "{}".getBytes(StandardCharsets.UTF_8))));
        for (Step step : steps) {
            int n = dossier.entries().size() + 1;
            var body = withheld.contains(step.type()) ? null : step.body();
            dossier.entries()
                    .add(new Dossier.Entry(
                            "chain/" + n, n, step.type(), "t", step.at() == null ? at : step.at(), body, "", n));
        }
        var broken = catchThrowableOfType(Broken.class, () -> check.run(dossier));
        return broken != null
                ? broken.code()
                : dossier.attested().stream()
                        .filter(it -> !it.contains("ten minutes"))
                        .findFirst()
                        .orElse(null);
    }

    static Consumer<List<Step>> lie(String name, Consumer<ObjectNode> about) {
        return steps -> about.accept(step(steps, name).body());
    }

    /** A step at another hour. */
    static Consumer<List<Step>> at(String name, Instant at) {
        return steps -> steps.replaceAll(it -> it.name().equals(name) ? new Step(name, it.type(), it.body(), at) : it);
    }

    static Consumer<List<Step>> without(String name) {
        return steps -> steps.remove(step(steps, name));
    }

    static Consumer<List<Step>> swap(String one, String other) {
        return steps -> Collections.swap(steps, place(steps, one), place(steps, other));
    }

    static int place(List<Step> steps, String name) {
        return steps.indexOf(step(steps, name));
    }

    static Step step(List<Step> steps, String name) {
        return steps.stream().filter(it -> it.name().equals(name)).findFirst().orElseThrow();
    }
}
