package cn.qifeng.auditor.check;

import static cn.qifeng.auditor.check.Story.entry;
import static cn.qifeng.auditor.check.Story.lie;
import static cn.qifeng.auditor.check.Story.place;
import static cn.qifeng.auditor.check.Story.step;
import static cn.qifeng.auditor.check.Story.without;
import static org.assertj.core.api.Assertions.assertThat;

import cn.qifeng.auditor.Dossier;
import cn.qifeng.auditor.check.Story.Step;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Eight hours are published; the panel is complete, and an end gives it nine. */
@DisplayName("Published evaluation time in a package 招标文件的评标时间")
class PublishedTimeTest {

    private static final Instant AT = Instant.parse("2026-12-02T01:00:00Z");
    private static final String OTHER = "not-the-published-evaluation-time";
    private static final String NOT_COMPLETE = "not-when-the-panel-was-complete";
    private static final String TOO_EARLY = "an-end-before-the-published-evaluation-time";

    @Test
    void holdsWhereTheSessionWorksWithTheHoursThatWerePublished() {
        assertThat(found(steps -> {})).isNull();
        assertThat(found(lie("opened", body -> body.put("evaluationHours", 7)))).isEqualTo(OTHER);
        assertThat(found(lie("opened", body -> body.remove("evaluationHours")))).isEqualTo(OTHER);
        assertThat(found(end("hours", 7))).isEqualTo(OTHER);
    }

    @Test
    void givesThePanelNoLessThanTheDocumentDoes() {
        assertThat(found(until("2026-12-02T09:00:00.000Z"))).isNull();
        assertThat(found(until("2026-12-02T08:59:59.999Z"))).isEqualTo(TOO_EARLY);
    }

    @Test
    void countsFromWhenThePanelWasComplete() {
        assertThat(found(begun("2026-12-02T01:00:05.000Z"))).isNull();
        assertThat(found(begun("2026-12-02T01:00:05.001Z"))).isEqualTo(NOT_COMPLETE);
        assertThat(found(lie("end", body -> doc(body).putNull("begun")))).isEqualTo(NOT_COMPLETE);
        assertThat(found(begun("2026-12-02T00:50:00.000Z"))).isNull();
        assertThat(late("2026-12-02T00:49:59.000Z"))
                .isEqualTo("chain/3 recorded more than ten minutes behind its time");
    }

    @Test
    void isNotCountedBeforeThereIsAPanel() {
        assertThat(found(without("panel"))).isEqualTo(NOT_COMPLETE);
        assertThat(found(steps -> {
                    without("panel").accept(steps);
                    doc(step(steps, "end").body()).putNull("begun").put("until", "2026-12-02T02:00:00.000Z");
                }))
                .isNull();
    }

    @Test
    void isAskedOfNobodyWhereTheDocumentNamesNone() {
        Consumer<List<Step>> older = steps -> {
            ((ObjectNode) step(steps, "published").body().at("/statement/doc/panel")).remove("evaluationHours");
            step(steps, "opened").body().remove("evaluationHours");
        };
        assertThat(found(older)).isEqualTo(OTHER);
        assertThat(found(older.andThen(lie("end", body -> doc(body).remove("hours")))))
                .isNull();
    }

    @Test
    void isNoNumberOfHoursThatNobodyCouldWork() {
        Consumer<List<Step>> none = steps ->
                ((ObjectNode) step(steps, "published").body().at("/statement/doc/panel")).put("evaluationHours", 0);
        assertThat(found(none)).isEqualTo("no-evaluation-time");
    }

    @Test
    void countsAnewWhereThePanelIsCompleteAgain() {
        assertThat(found(steps -> steps.add(place(steps, "end"), entry("again", "panel", "{'members':[]}"))))
                .isNull();
    }

    private static Consumer<List<Step>> end(String field, int value) {
        return lie("end", body -> doc(body).put(field, value));
    }

    private static Consumer<List<Step>> until(String moment) {
        return lie("end", body -> doc(body).put("until", moment));
    }

    private static Consumer<List<Step>> begun(String moment) {
        return lie("end", body -> doc(body).put("begun", moment));
    }

    private static ObjectNode doc(ObjectNode body) {
        return (ObjectNode) body.at("/statement/doc");
    }

    /** What is attested where the panel began then: Story leaves out late records, so this asks the check itself. */
    private static String late(String begun) {
        var seen = new ArrayList<String>();
        var check = new OnlyPublished() {
            @Override
            public int run(Dossier dossier) {
                int entries = super.run(dossier);
                seen.addAll(dossier.attested());
                return entries;
            }
        };
        var steps = truth();
        begun(begun).accept(steps);
        Story.found(check, steps, AT, Set.of());
        return seen.get(0);
    }

    private static String found(Consumer<List<Step>> change) {
        var steps = truth();
        change.accept(steps);
        return Story.found(new OnlyPublished(), steps, AT, Set.of());
    }

    private static List<Step> truth() {
        return new ArrayList<>(List.of(
                entry(
                        "published",
                        "tender/published",
                        "{'statement':{'doc':{'panel':{'size':5,'evaluationHours':8}}}}"),
                entry("opened", "opened", "{'session':'s','evaluationHours':8}"),
                entry("panel", "panel", "{'members':[]}"),
                entry(
                        "end",
                        "time-set",
                        "{'statement':{'doc':{'hours':8,'begun':'2026-12-02T01:00:00.000Z',"
                                + "'until':'2026-12-02T10:00:00.000Z'}}}")));
    }

    /** The rules of the published time by themselves. */
    private static class OnlyPublished implements Check {

        @Override
        public String name() {
            return "evaluation-time";
        }

        @Override
        public int run(Dossier dossier) {
            PublishedTime.session(dossier);
            dossier.entries("evaluation/time-set").forEach(it -> PublishedTime.end(dossier, it));
            return 1;
        }
    }
}
