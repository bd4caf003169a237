package cn.qifeng.auditor.check;

import static cn.qifeng.auditor.check.Story.entry;
import static cn.qifeng.auditor.check.Story.lie;
import static cn.qifeng.auditor.check.Story.place;
import static cn.qifeng.auditor.check.Story.step;
import static cn.qifeng.auditor.check.Story.swap;
import static org.assertj.core.api.Assertions.assertThat;

import cn.qifeng.auditor.check.Story.Step;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Two messages, a warning to a and b that b acknowledges, and a freeze between the commitment and the report. */
@DisplayName("Hall and witness in a package 存证包中的评标厅与见证")
class HallCheckTest {

    private static final Instant AT = Instant.parse("2026-12-02T02:00:00Z");

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
        for (String step : List.of("information-asked", "information-gate", "information-passage")) {
            assertThat(check(frozenWith(step))).isEqualTo("decided-while-the-session-was-frozen");
        }
        assertThat(check(frozenWith("information-answered"))).isNull();
        assertThat(check(frozenWith("information-lapsed"))).isNull();
    }

    /** One more entry while the session is frozen. */
    private static Consumer<List<Step>> frozenWith(String type) {
        return steps -> steps.add(place(steps, "unfrozen"), entry("meanwhile", type, "{}"));
    }

    /** The panel reviews once more: one more message, and one more end, which counts all messages so far. */
    @Test
    void goesOnInAReReviewAndEndsAnew() {
        assertThat(check(HallCheckTest::again)).isNull();
        assertThat(check(again(lie("end", it -> it.put("said", 1))))).isEqualTo("not-the-number-of-messages");
        assertThat(check(again(Story.without("end")))).isEqualTo("a-hall-that-was-never-closed");
        assertThat(check(again(swap("third", "end")))).isEqualTo("said-behind-the-end-of-the-hall");
        assertThat(check(again(swap("third", "approved")))).isEqualTo("a-word-of-the-hall-outside-of-the-evaluation");
        assertThat(check(again(lie("approved", it -> it.put("approved", false)))))
                .isEqualTo("a-word-of-the-hall-outside-of-the-evaluation");
        assertThat(check(again(steps -> steps.add(place(steps, "second report"), step(steps, "end")))))
                .isEqualTo("a-hall-closed-twice");
    }

    private static void again(List<Step> steps) {
        steps.addAll(List.of(
                entry("approved", "rework-decided", "{'approved':true}"),
                entry("third", "said", said(3, "a", "50")),
                entry("end", "hall-closed", "{'session':'s','said':3}"),
                entry("second report", "report", "{}")));
    }

    private static Consumer<List<Step>> again(Consumer<List<Step>> change) {
        return steps -> {
            again(steps);
            change.accept(steps);
        };
    }

    private static String check(Consumer<List<Step>> change) {
        return check(change, Set.of());
    }

    /** The code of the rule that is broken after a change, what is attested, or {@code null}. */
    private static String check(Consumer<List<Step>> change, Set<String> withheld) {
        var steps = truth();
        change.accept(steps);
        return Story.found(new HallCheck(), steps, AT, withheld);
    }

    private static List<Step> truth() {
        return new ArrayList<>(List.of(
                entry("opened", "opened", "{'session':'s'}"),
                entry("panel", "panel", "{'members':[{'member':'a'},{'member':'b'},{'member':'c'}]}"),
                entry("first", "said", said(1, "a", "00")),
                entry("warned", "warned", act(1, "supervisor", ",'all':false,'to':['a','b']")),
                entry(
                        "seen",
                        "warning-seen",
                        "{'session':'s','number':1,'member':'b','at':'2026-12-02T01:59:30.000Z'}"),
                entry("committed", "committed", "{}"),
                entry("frozen", "frozen", act(1, "supervisor", "")),
                entry("second", "said", said(2, "b", "40")),
                entry("unfrozen", "unfrozen", act(1, "notary", "")),
                entry("scored", "scored", "{}"),
                entry("closed", "hall-closed", "{'session':'s','said':2}"),
                entry("report", "report", "{}")));
    }

    private static String said(int number, String member, String second) {
        return "{'session':'s','number':%d,'member':'%s','at':'2026-12-02T01:59:%s.000Z','text':'同意'}"
                .formatted(number, member, second);
    }

    private static String act(int number, String role, String more) {
        return ("{'session':'s','number':%d,'role':'%s','by':'p','at':'2026-12-02T01:59:20.000Z','reason':'核查'%s}")
                .formatted(number, role, more);
    }

    private static Consumer<List<Step>> without(String name) {
        return steps -> {
            Story.without(name).accept(steps);
            if (name.equals("first")) {
                step(steps, "second").body().put("number", 1);
            }
        };
    }
}
