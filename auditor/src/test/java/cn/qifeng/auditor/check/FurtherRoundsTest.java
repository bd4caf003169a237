package cn.qifeng.auditor.check;

import static cn.qifeng.auditor.check.Story.entry;
import static cn.qifeng.auditor.check.Story.lie;
import static cn.qifeng.auditor.check.Story.place;
import static cn.qifeng.auditor.check.Story.without;
import static org.assertj.core.api.Assertions.assertThat;

import cn.qifeng.auditor.Dossier;
import cn.qifeng.auditor.check.Story.Step;
import cn.qifeng.auditor.crypto.Hash;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Two members and one bid, which both see under A; one item of judgement and one of fact. */
@DisplayName("Further rounds in a package 存证包中的重新评分轮次")
class FurtherRoundsTest {

    private static final String SESSION = "00000000-0000-0000-0000-000000000001";
    private static final String SEED = "5e".repeat(32);
    private static final String NO_CAUSE = "a-further-round-without-a-cause";

    @Test
    void comesWherePointsOfFactDiffer() {
        assertThat(found(rounds(steps -> {}))).isEqualTo(NO_CAUSE);
        assertThat(found(rounds(points("1b", "20", "突出", "4")))).isNull();
        assertThat(found(rounds(points("1b", "20", "突出", "5.00")))).isEqualTo(NO_CAUSE);
    }

    @Test
    void comesInAFirstRoundWhereATotalIsFarFromTheMeanWithoutAWord() {
        assertThat(found(rounds(points("1b", "38", "", "5")))).isNull();
        var both = points("1b", "38", "突出", "5").andThen(points("1a", "20", "一般", "5"));
        assertThat(found(rounds(both))).isEqualTo(NO_CAUSE);
    }

    @Test
    void comesForATotalOnceOnlyAndForFactsAgain() {
        assertThat(found(thrice(points("2b", "38", "", "5")))).isEqualTo(NO_CAUSE);
        assertThat(found(thrice(points("2b", "20", "", "3")))).isNull();
    }

    @Test
    void waitsForEverySheetOfTheRoundBefore() {
        var steps = rounds(points("1b", "20", "", "4"));
        without("1b").accept(steps);
        assertThat(found(steps)).isEqualTo(NO_CAUSE);
    }

    @Test
    void doesNotCountTheSheetOfWhoLeft() {
        var replaced = rounds(points("1b", "20", "", "4"));
        int at = place(replaced, "1b") + 1;
        replaced.add(at, entry("panel2", "panel", panel(1, 3)));
        replaced.add(at + 1, entry("c1c", "committed", commit(1)));
        replaced.add(at + 2, sheet("1c", 3, 1, "20", "", "5"));
        assertThat(found(replaced)).isEqualTo(NO_CAUSE);
        points("1c", "20", "", "4").accept(replaced);
        assertThat(found(replaced)).isNull();
    }

    @Test
    void comesBehindAnApprovedReReview() {
        var steps = rounds(points("1b", "20", "", "5"));
        steps.add(place(steps, "c2"), entry("decided", "rework-decided", "{'approved':true}"));
        assertThat(found(steps)).isNull();
        lie("decided", body -> body.put("approved", false)).accept(steps);
        assertThat(found(steps)).isEqualTo(NO_CAUSE);
    }

    @Test
    void comesBehindAPreliminaryReviewThatANewPanelDecidedAnew() {
        var steps = rounds(points("1b", "20", "", "5"));
        steps.add(place(steps, "c2"), entry("screened", "screened", "{}"));
        assertThat(found(steps)).isEqualTo(NO_CAUSE);
        steps.add(place(steps, "screened"), entry("panel2", "panel", panel(1, 2)));
        assertThat(found(steps)).isNull();
        lie("published", body -> ((ObjectNode) body.at("/statement/doc/method")).putObject("blind"))
                .accept(steps);
        assertThat(found(steps)).isEqualTo(NO_CAUSE);
    }

    private static List<Step> rounds(Consumer<List<Step>> change) {
        var steps = new ArrayList<Step>();
        steps.add(entry("published", "tender/published", """
                {'statement':{'doc':{'method':{'code':'M-A'},'criteria':[
                {'item':'T1','max':'40','kind':'SUBJECTIVE'},{'item':'T2','max':'5','kind':'OBJECTIVE'}]}}}"""));
        var seed = Hash.hex(
                Hash.ascii("QC1 labels"),
                BidsCheck.uuid(SESSION),
                HexFormat.of().parseHex(SEED));
        steps.add(entry("opened", "opened", "{'bids':['%s'],'labelCommit':'%s'}".formatted("01".repeat(16), seed)));
        steps.add(entry("panel", "panel", panel(1, 2)));
        round(steps, 1);
        round(steps, 2);
        steps.add(entry("scored", "scored", "{'session':'%s','labelSeed':'%s'}".formatted(SESSION, SEED)));
        change.accept(steps);
        return steps;
    }

    /** Three rounds, the first of which had a cause. */
    private static List<Step> thrice(Consumer<List<Step>> change) {
        var steps = rounds(points("1b", "20", "", "4"));
        var third = new ArrayList<Step>();
        round(third, 3);
        steps.addAll(place(steps, "scored"), third);
        change.accept(steps);
        return steps;
    }

    private static void round(List<Step> steps, int version) {
        steps.add(entry("c" + version, "committed", commit(version)));
        steps.add(entry("d" + version, "committed", commit(version)));
        steps.add(sheet(version + "a", 1, version, "20", "", "5"));
        steps.add(sheet(version + "b", 2, version, "20", "", "5"));
    }

    private static String commit(int version) {
        return "{'statement':{'doc':{'version':%d}}}".formatted(version);
    }

    private static String panel(int one, int other) {
        return "{'members':[{'member':'%064x'},{'member':'%064x'}]}".formatted(one, other);
    }

    private static Step sheet(String name, int member, int version, String judged, String why, String fact) {
        return entry(
                name,
                "revealed",
                "{'member':'%064x','version':%d,'sheet':{'bids':[{'label':'A','items':%s}]}}"
                        .formatted(member, version, items(judged, why, fact)));
    }

    private static String items(String judged, String why, String fact) {
        return "[{'item':'T1','score':'%s','reason':'%s'},{'item':'T2','score':'%s','reason':''}]"
                .formatted(judged, why, fact);
    }

    private static Consumer<List<Step>> points(String name, String judged, String why, String fact) {
        return lie(
                name,
                body -> ((ObjectNode) body.at("/sheet/bids/0")).set("items", Story.json(items(judged, why, fact))));
    }

    private static String found(List<Step> steps) {
        return Story.found(new OnlyRounds(), steps, Instant.EPOCH, Set.of());
    }

    /** The check by itself, over the last scores. */
    private static final class OnlyRounds implements Check {

        @Override
        public String name() {
            return "scores";
        }

        @Override
        public int run(Dossier dossier) {
            FurtherRounds.check(dossier, dossier.first("evaluation/scored").orElseThrow());
            return 1;
        }
    }
}
