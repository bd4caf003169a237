package cn.qifeng.auditor.check;

import static cn.qifeng.auditor.check.Story.entry;
import static cn.qifeng.auditor.check.Story.lie;
import static cn.qifeng.auditor.check.Story.place;
import static cn.qifeng.auditor.check.Story.step;
import static cn.qifeng.auditor.check.Story.swap;
import static cn.qifeng.auditor.check.Story.without;
import static org.assertj.core.api.Assertions.assertThat;

import cn.qifeng.auditor.check.Story.Step;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A fault cleared after 3 h 59 min, then one that was not within four hours: void, and a new panel. */
@DisplayName("R40: faults in a package 存证包中的远程评标故障")
class FaultsCheckTest {

    private static final Instant AT = Instant.parse("2026-12-02T12:00:00Z");

    @Test
    void r40HoldsAsItHappened() {
        assertThat(check(steps -> {})).isEqualTo("faults: planned start and heart-beats are the platform's word");
    }

    @Test
    void r40FourHoursOneAreNotThreeHoursFiftyNine() {
        assertThat(check(put("cleared", "at", "2026-12-02T05:01:00.000Z"))).isEqualTo("decided-while-a-fault-was-open");
        assertThat(check(without("decided"))).isEqualTo("decided-while-a-fault-was-open");
        assertThat(check(put("decided", "at", "2026-12-02T10:00:00.000Z")))
                .isEqualTo("decided-before-the-limit-of-a-fault");
        assertThat(check(put("decided", "outcome", "CONTINUE"))).isEqualTo("not-what-the-rule-allows-for-a-fault");
    }

    @Test
    void isJudgedByTheTypesWhereItIsWithheld() {
        var all = Set.of(FaultsCheck.FAULT, FaultsCheck.CLEARED, FaultsCheck.DECIDED);
        assertThat(check(steps -> {}, all)).isEqualTo("faults: what was reported and decided is withheld");
        assertThat(check(swap("cleared", "committed"), all)).isEqualTo("decided-while-a-fault-was-open");
    }

    @Test
    void namesALieAboutAFault() {
        assertThat(check(put("fault", "session", "t"))).isEqualTo("a-fault-of-another-session");
        assertThat(check(swap("opened", "fault"))).isEqualTo("a-fault-outside-of-the-evaluation");
        assertThat(check(lie("late", it -> it.put("number", 3)))).isEqualTo("not-the-number-of-a-fault");
        assertThat(check(put("fault", "phase", "BEFORE_START"))).isEqualTo("not-the-phase-of-a-fault");
        assertThat(check(put("fault", "from", "2026-12-01T00:00:00.000Z"))).isEqualTo("not-when-the-fault-began");
        assertThat(check(put("late", "from", "2026-12-02T06:10:00.000Z"))).isEqualTo("not-when-the-fault-began");
        assertThat(check(put("fault", "until", "2026-12-02T02:00:00.000Z"))).isEqualTo("not-the-limit-of-a-fault");
        assertThat(check(put("fault", "role", "agency"))).isEqualTo("a-fault-told-by-nobody-who-may");
        assertThat(check(put("fault", "reason", " "))).isEqualTo("a-fault-without-a-reason");
        assertThat(check(put("fault", "at", "2026-12-02T12:00:06.000Z"))).isEqualTo("recorded-before-it-happened");
        assertThat(check(without("cleared"))).isEqualTo("decided-while-a-fault-was-open");
        assertThat(check(steps -> steps.add(place(steps, "cleared"), step(steps, "fault"))))
                .isEqualTo("a-fault-while-another-is-open");
        assertThat(check(steps -> steps.add(place(steps, "late"), step(steps, "cleared"))))
                .isEqualTo("cleared-though-no-fault-was-open");
        assertThat(check(lie(
                        "cleared",
                        it -> it.withArray("seats")
                                .addObject()
                                .put("beatAt", "2026-12-02T01:00:00.000Z")
                                .put("silent", true))))
                .isEqualTo("cleared-while-a-seat-was-silent");
        assertThat(check(put("cleared", "at", "2026-12-02T00:59:00.000Z"))).isEqualTo("an-end-before-the-fault");
    }

    @Test
    void namesALieAboutADecision() {
        assertThat(check(signed("outcome", "CONTINUE"))).isEqualTo("another-outcome-than-was-signed");
        assertThat(check(signed("until", "2026-12-02T09:00:00.000Z"))).isEqualTo("another-fault-than-was-signed");
        assertThat(check(signed("type", "freeze"))).isEqualTo("not-a-decision-about-a-fault");
        assertThat(check(signed("reason", ""))).isEqualTo("a-decision-without-a-reason");
        assertThat(check(signed("by", "supervisor"))).isEqualTo("a-fault-not-decided-by-the-tenderer-s-side");
        assertThat(check(steps -> steps.add(place(steps, "fault"), step(steps, "decided"))))
                .isEqualTo("decided-about-no-open-fault");
        assertThat(check(lie("decided", it -> it.put("anew", false)))).isEqualTo("decided-while-a-fault-was-open");
    }

    @Test
    void namesADissolvedPanelThatGoesOn() {
        assertThat(check(without("new panel"))).isEqualTo("evaluated-by-a-dissolved-panel");
        assertThat(check(lie(
                        "new panel", it -> it.withArray("members").addObject().put("member", "a"))))
                .isEqualTo("a-member-of-a-dissolved-panel-sits-again");
    }

    @Test
    void namesALieAboutWhatIsVoid() {
        assertThat(check(without("voided"))).isEqualTo("void-by-a-decision-and-not-on-record");
        assertThat(check(swap("voided", "left a"))).isEqualTo("void-by-a-decision-and-not-on-record");
        assertThat(check(steps -> steps.add(place(steps, "late"), step(steps, "voided"))))
                .isEqualTo("void-though-nobody-decided-so");
        assertThat(check(steps -> steps.add(place(steps, "report"), step(steps, "voided"))))
                .isEqualTo("void-though-nobody-decided-so");
        assertThat(check(put("voided", "session", "t"))).isEqualTo("void-in-another-session");
        assertThat(check(lie("voided", it -> it.put("fault", 1)))).isEqualTo("void-by-another-fault");
        assertThat(check(put("voided", "labelCommit", "aa".repeat(32))))
                .isEqualTo("the-labels-of-a-void-attempt-once-more");
        assertThat(check(steps -> steps.add(place(steps, "late"), step(steps, "report"))))
                .isEqualTo("void-behind-its-signed-report");
        assertThat(check(lie("again", it -> it.put("version", 1))))
                .isEqualTo("a-sheet-in-the-rounds-of-another-attempt");
        assertThat(check(lie("voided", it -> it.put("version", 1))))
                .isEqualTo("a-sheet-in-the-rounds-of-another-attempt");
    }

    @Test
    void seesWhatIsVoidWhereTheDecisionIsWithheld() {
        var all = Set.of(FaultsCheck.FAULT, FaultsCheck.CLEARED, FaultsCheck.DECIDED);
        assertThat(check(swap("voided", "left a"), all)).isEqualTo("void-though-nobody-decided-so");
        assertThat(check(put("voided", "labelCommit", "aa".repeat(32)), all))
                .isEqualTo("the-labels-of-a-void-attempt-once-more");
    }

    @Test
    void aVoidReReviewKeepsTheLabelsThatAreKnown() {
        Consumer<List<Step>> reworked = steps ->
                steps.add(place(steps, "late"), entry("approved", "rework-decided", "{'number':1,'approved':true}"));
        assertThat(check(reworked)).isEqualTo("new-labels-in-a-re-review");
        assertThat(check(reworked.andThen(lie("voided", it -> it.putNull("labelCommit")))))
                .startsWith("faults:");
    }

    @Test
    void attestsOtherLimits() {
        assertThat(check(lie("fault", it -> it.put("limitMinutes", 300).put("until", "2026-12-02T06:00:00.000Z"))))
                .contains("other limits than two and four hours");
    }

    private static String check(Consumer<List<Step>> change) {
        return check(change, Set.of());
    }

    /** The code of the rule that is broken after a change, or the first that is attested. */
    private static String check(Consumer<List<Step>> change, Set<String> withheld) {
        var steps = truth();
        change.accept(steps);
        FaultSigner host = (all, entry) -> !entry.doc().path("by").asText().equals("supervisor");
        return Story.found(new FaultsCheck(host), steps, AT, withheld);
    }

    private static List<Step> truth() {
        return new ArrayList<>(List.of(
                entry("opened", "opened", "{'session':'s','labelCommit':'%s'}".formatted("aa".repeat(32))),
                entry("panel", "panel", "{'members':[{'member':'a'},{'member':'b'}]}"),
                entry("fault", "fault", fault(1, "01:00", "01:00", "05:00", "")),
                entry("cleared", "fault-cleared", act(1, "04:59", "")),
                entry("committed", "committed", "{'version':1}"),
                entry(
                        "late",
                        "fault",
                        fault(
                                2,
                                "06:10",
                                "06:00",
                                "10:00",
                                "{'seat':'S/1/01','beatAt':'2026-12-02T06:00:00.000Z','silent':true}")),
                entry("decided", "fault-decided", decision()),
                entry("voided", "voided", voided("bb")),
                entry("left a", "left", "{}"),
                entry("left b", "left", "{}"),
                entry("new panel", "panel", "{'members':[{'member':'c'},{'member':'d'}]}"),
                entry("again", "committed", "{'version':2}"),
                entry("report", "report", "{}")));
    }

    private static String fault(int number, String at, String from, String until, String seats) {
        return act(number, at, seats).replaceFirst("}$", "")
                + (",'phase':'DURING','site':'S','plannedStart':'2026-12-02T00:30:00.000Z','policy':true,"
                                + "'limitMinutes':240,'from':'2026-12-02T%s:00.000Z','until':'2026-12-02T%s:00.000Z'}")
                        .formatted(from, until);
    }

    private static String act(int number, String at, String seats) {
        return ("{'session':'s','number':%d,'at':'2026-12-02T%s:00.000Z','by':'p','role':'sub-site','reason':'断网',"
                        + "'seats':[%s]}")
                .formatted(number, at, seats);
    }

    private static String decision() {
        return "{'session':'s','number':2,'at':'2026-12-02T10:01:00.000Z','outcome':'VOID','anew':true,'statement':"
                + "{'doc':{'type':'fault-decision','session':'s','fault':2,'site':'S','outcome':'VOID','reason':'超时',"
                + "'from':'2026-12-02T06:00:00.000Z','until':'2026-12-02T10:00:00.000Z'}}}";
    }

    private static String voided(String labels) {
        return "{'session':'s','fault':2,'version':2,'labelCommit':'%s'}".formatted(labels.repeat(32));
    }

    private static Consumer<List<Step>> put(String name, String field, String value) {
        return lie(name, it -> it.put(field, value));
    }

    private static Consumer<List<Step>> signed(String field, String value) {
        return lie("decided", it -> ((ObjectNode) it.at("/statement/doc")).put(field, value));
    }
}
