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

    private static final String FIRST = "00000000-0000-0000-0000-000000000001";
    /** SM3("QD1 repeat" ‖ FIRST), its first 16 bytes. */
    private static final String SECOND = "cb5f9b70-de6b-6bb9-6b7a-346b18768d9e";

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
        assertThat(check(lie("again", it -> it.withArray("parties").add("c")))).isEqualTo(other);
        assertThat(check(lie("again", it -> it.put("drawId", FIRST.replace('1', '2')))))
                .isEqualTo(other);
    }

    @Test
    void endWhereOneOrNobodyElseTookPart() {
        for (var parties : List.of(List.of("b"), List.of("a", "b"))) {
            Consumer<List<Step>> few = lie("draw", it -> {
                var array = it.withArray("parties").removeAll();
                parties.forEach(array::add);
            });
            assertThat(check(few.andThen(Story.without("again")))).isNull();
            assertThat(check(few.andThen(
                            lie("again", it -> it.withArray("parties").remove(1)))))
                    .isEqualTo("a-repetition-among-too-few");
        }
    }

    private static String check(Consumer<List<Step>> change) {
        var steps = new ArrayList<>(List.of(
                entry("draw", "draw/opened", draw(FIRST, "'a','b','c'", "")),
                entry("void", "draw/void", "{'drawId':'%s','party':'b','reason':'nonce-differs'}".formatted(FIRST)),
                entry("again", "draw/opened", draw(SECOND, "'a','c'", ",'repeats':'%s'".formatted(FIRST)))));
        change.accept(steps);
        return Story.found(REPETITIONS, steps, Instant.EPOCH, Set.of());
    }

    private static String draw(String id, String parties, String more) {
        return "{'drawId':'%s','purpose':'SEATS','pool':['1','2'],'picks':1,'set':'s','parties':[%s]%s}"
                .formatted(id, parties, more);
    }
}
