package cn.qifeng.auditor.check;

import static cn.qifeng.auditor.check.Story.entry;
import static cn.qifeng.auditor.check.Story.lie;
import static cn.qifeng.auditor.check.Story.place;
import static cn.qifeng.auditor.check.Story.step;
import static cn.qifeng.auditor.check.Story.swap;
import static org.assertj.core.api.Assertions.assertThat;

import cn.qifeng.auditor.Dossier;
import cn.qifeng.auditor.check.Story.Step;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A draw of three parties that the second one breaks, and that is held once more between the other two. */
@DisplayName("Void draws and their repetition 作废重抽")
class RepeatedDrawsTest {

    private static final Check REPETITIONS = new Check() {
        @Override
        public String name() {
            return "draws";
        }

        @Override
        public int run(Dossier dossier) {
            RepeatedDraws.check(dossier);
            return 0;
        }
    };

    @Test
    void areRepeatedOnceAmongAllOthers() {
        assertThat(check(steps -> {})).isNull();
        assertThat(check(Story.without("again"))).isEqualTo("a-void-draw-that-was-not-repeated");
        assertThat(check(swap("void", "again"))).isEqualTo("a-repetition-of-no-void-draw");
        assertThat(check(Story.without("void"))).isEqualTo("a-repetition-of-no-void-draw");
        assertThat(check(steps -> steps.add(place(steps, "again"), step(steps, "again"))))
                .isEqualTo("a-void-draw-repeated-twice");
    }

    @Test
    void changeNothingButTheParties() {
        var other = "a-repetition-of-another-draw";
        assertThat(check(lie("again", it -> it.put("picks", 2)))).isEqualTo(other);
        assertThat(check(lie("again", it -> it.put("set", "t")))).isEqualTo(other);
        assertThat(check(lie("again", it -> it.put("purpose", "EXPERTS")))).isEqualTo(other);
        assertThat(check(lie("again", it -> ((ArrayNode) it.path("pool")).remove(0))))
                .isEqualTo(other);
        assertThat(check(lie("again", it -> it.withArray("parties").add("b")))).isEqualTo(other);
        assertThat(check(lie("again", it -> it.withArray("parties").remove(0)))).isEqualTo(other);
    }

    @Test
    void endWhereNobodyElseTookPart() {
        assertThat(check(steps -> {
                    step(steps, "draw").body().withArray("parties").removeAll().add("b");
                    steps.remove(place(steps, "again"));
                }))
                .isNull();
    }

    private static String check(Consumer<List<Step>> change) {
        var steps = new ArrayList<>(List.of(
                entry("draw", "draw/opened", draw("1", "'a','b','c'", "")),
                entry("void", "draw/void", "{'drawId':'1','party':'b','reason':'nonce-differs'}"),
                entry("again", "draw/opened", draw("2", "'a','c'", ",'repeats':'1'"))));
        change.accept(steps);
        return Story.found(REPETITIONS, steps, Instant.EPOCH, Set.of());
    }

    private static String draw(String id, String parties, String more) {
        return "{'drawId':'%s','purpose':'SEATS','pool':['1','2'],'picks':1,'set':'s','parties':[%s]%s}"
                .formatted(id, parties, more);
    }
}
