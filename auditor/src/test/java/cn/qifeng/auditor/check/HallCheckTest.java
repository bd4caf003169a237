package cn.qifeng.auditor.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.qifeng.auditor.Broken;
import cn.qifeng.auditor.Dossier;
import cn.qifeng.auditor.Dossiers;
import cn.qifeng.auditor.PackageFile;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Two messages, a warning to a and b that b acknowledges, and a freeze between the commitment and the report. */
@DisplayName("Hall and witness in a package 存证包中的评标厅与见证")
class HallCheckTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Instant AT = Instant.parse("2026-12-02T02:00:00Z");

    /** A step of the story. */
    private record Step(String name, String type, ObjectNode body) {}

    @Test
    void holdsAsItHappened() {
        assertThat(check(steps -> {})).isNull();
    }

    @Test
    void isAttestedWhereItIsWithheldAndJudgedByTheTypes() {
        var withheld =
                Set.of("evaluation/said", "evaluation/warned", "evaluation/warning-seen", "evaluation/hall-closed");
        assertThat(check(steps -> {}, withheld)).isEqualTo("hall: what was said and warned is withheld");
        var all = Set.of("evaluation/said", "evaluation/frozen", "evaluation/unfrozen", "evaluation/hall-closed");
        assertThat(check(swap("unfrozen", "scored"), all)).isEqualTo("decided-while-the-session-was-frozen");
        assertThat(check(swap("second", "closed"), all)).isEqualTo("said-behind-the-end-of-the-hall");
    }

    @Test
    void namesALieAboutWhatWasSaid() {
        assertThat(check(lie("second", it -> it.put("number", 3)))).isEqualTo("not-the-next-number-of-a-message");
        assertThat(check(without("first"))).isEqualTo("not-the-number-of-messages");
        assertThat(check(lie("first", it -> it.put("text", " ")))).isEqualTo("not-a-message");
        assertThat(check(lie("first", it -> it.put("member", "x")))).isEqualTo("said-by-no-member-of-the-panel");
        assertThat(check(lie("second", it -> it.put("at", "2026-12-02T01:00:00.000Z"))))
                .isEqualTo("messages-out-of-order");
        assertThat(check(lie("second", it -> it.put("at", "2026-12-02T02:00:06.000Z"))))
                .isEqualTo("recorded-before-it-happened");
        assertThat(check(lie("closed", it -> it.put("said", 3)))).isEqualTo("not-the-number-of-messages");
        assertThat(check(without("closed"))).isEqualTo("a-hall-that-was-never-closed");
        assertThat(check(steps -> steps.add(place(steps, "report"), step(steps, "closed"))))
                .isEqualTo("a-hall-closed-twice");
        assertThat(check(lie("first", it -> it.put("session", "t")))).isEqualTo("a-word-of-another-session");
        assertThat(check(swap("closed", "report"))).isEqualTo("a-word-of-the-hall-outside-of-the-evaluation");
    }

    @Test
    void namesALieAboutAWarning() {
        assertThat(check(lie("warned", it -> it.put("number", 2)))).isEqualTo("not-the-next-number-of-a-warning");
        assertThat(check(lie("warned", it -> ((ArrayNode) it.path("to")).removeAll())))
                .isEqualTo("a-warning-to-nobody-or-to-somebody-twice");
        assertThat(check(lie("warned", it -> it.withArray("to").add("a"))))
                .isEqualTo("a-warning-to-nobody-or-to-somebody-twice");
        assertThat(check(lie("seen", it -> it.put("member", "c")))).isEqualTo("acknowledged-by-nobody-who-was-warned");
        assertThat(check(steps -> steps.add(place(steps, "report"), step(steps, "seen"))))
                .isEqualTo("a-warning-acknowledged-twice");
        assertThat(check(lie("warned", it -> it.put("role", "centre")))).isEqualTo("an-act-of-nobody-who-watches");
    }

    @Test
    void namesALieAboutAFreeze() {
        assertThat(check(lie("frozen", it -> it.put("reason", " ")))).isEqualTo("an-act-of-a-watcher-without-a-reason");
        assertThat(check(lie("frozen", it -> it.put("number", 2)))).isEqualTo("not-the-next-number-of-a-freeze");
        assertThat(check(without("unfrozen"))).isEqualTo("decided-while-the-session-was-frozen");
        assertThat(check(without("frozen"))).isEqualTo("unfrozen-though-nothing-was-frozen");
        assertThat(check(steps -> steps.add(place(steps, "unfrozen"), step(steps, "frozen"))))
                .isEqualTo("frozen-twice");
        assertThat(check(swap("committed", "frozen"))).isEqualTo("decided-while-the-session-was-frozen");
    }

    private static String check(Consumer<List<Step>> change) {
        return check(change, Set.of());
    }

    /** The code of the rule that is broken after a change, what is attested, or {@code null}. */
    private static String check(Consumer<List<Step>> change, Set<String> withheld) {
        var steps = truth();
        change.accept(steps);
        var dossier = Dossiers.of(PackageFile.of(Map.of("package.json", "{}".getBytes(StandardCharsets.UTF_8))));
        for (Step step : steps) {
            int n = dossier.entries().size() + 1;
            var body = withheld.contains(step.type()) ? null : step.body();
            dossier.entries().add(new Dossier.Entry("chain/" + n, n, step.type(), "t", AT, body, "", n));
        }
        var broken = catchThrowableOfType(Broken.class, () -> new HallCheck().run(dossier));
        if (broken == null) {
            return dossier.attested().isEmpty() ? null : dossier.attested().get(0);
        }
        return broken.code();
    }

    private static List<Step> truth() {
        return new ArrayList<>(List.of(
                entry("opened", "evaluation/opened", "{'session':'s'}"),
                entry("panel", "evaluation/panel", "{'members':[{'member':'a'},{'member':'b'},{'member':'c'}]}"),
                entry("first", "evaluation/said", said(1, "a", "00")),
                entry("warned", "evaluation/warned", act(1, "supervisor", ",'all':false,'to':['a','b']")),
                entry(
                        "seen",
                        "evaluation/warning-seen",
                        "{'session':'s','number':1,'member':'b','at':'2026-12-02T01:59:30.000Z'}"),
                entry("committed", "evaluation/committed", "{}"),
                entry("frozen", "evaluation/frozen", act(1, "supervisor", "")),
                entry("second", "evaluation/said", said(2, "b", "40")),
                entry("unfrozen", "evaluation/unfrozen", act(1, "notary", "")),
                entry("scored", "evaluation/scored", "{}"),
                entry("closed", "evaluation/hall-closed", "{'session':'s','said':2}"),
                entry("report", "evaluation/report", "{}")));
    }

    private static Step entry(String name, String type, String body) {
        return new Step(name, type, object(body));
    }

    private static String said(int number, String member, String second) {
        return "{'session':'s','number':%d,'member':'%s','at':'2026-12-02T01:59:%s.000Z','text':'同意'}"
                .formatted(number, member, second);
    }

    private static String act(int number, String role, String more) {
        return ("{'session':'s','number':%d,'role':'%s','by':'p','at':'2026-12-02T01:59:20.000Z','reason':'核查'%s}")
                .formatted(number, role, more);
    }

    private static Consumer<List<Step>> lie(String name, Consumer<ObjectNode> about) {
        return steps -> about.accept(step(steps, name).body());
    }

    private static Consumer<List<Step>> without(String name) {
        return steps -> {
            steps.remove(step(steps, name));
            if (name.equals("first")) {
                step(steps, "second").body().put("number", 1);
            }
        };
    }

    private static Consumer<List<Step>> swap(String one, String other) {
        return steps -> java.util.Collections.swap(steps, place(steps, one), place(steps, other));
    }

    private static int place(List<Step> steps, String name) {
        return steps.indexOf(step(steps, name));
    }

    private static Step step(List<Step> steps, String name) {
        return steps.stream().filter(it -> it.name().equals(name)).findFirst().orElseThrow();
    }

    private static ObjectNode object(String json) {
        try {
            return (ObjectNode) JSON.readTree(json.replace('\'', '"'));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
