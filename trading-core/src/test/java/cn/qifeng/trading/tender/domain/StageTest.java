package cn.qifeng.trading.tender.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Stages of a tender 招标阶段")
class StageTest {

    @Test
    void leadsFromDraftToClosed() {
        var reached = EnumSet.of(Stage.DRAFT);
        for (int before = 0; before < reached.size(); ) {
            before = reached.size();
            for (var stage : EnumSet.copyOf(reached)) {
                reached.addAll(stage.next());
            }
        }

        assertThat(reached).containsExactlyInAnyOrder(Stage.values());
        assertThat(Stage.CLOSED.next()).isEmpty();
    }

    @Test
    void goesBackOnlyForAReReviewAndForTheNextCandidate() {
        var back = new TreeSet<String>();
        for (var stage : Stage.values()) {
            for (var next : stage.next()) {
                if (next.compareTo(stage) < 0 && stage != Stage.FAILED && next != Stage.FAILED) {
                    back.add(stage + " " + next);
                }
            }
        }

        assertThat(back)
                .containsExactly(
                        "AWARDING EVALUATING",
                        "AWARD_NOTICED AWARDING",
                        "AWARD_PUBLICITY EVALUATING",
                        "CANDIDATE_PUBLICITY EVALUATING",
                        "EVALUATED EVALUATING");
    }

    @Test
    void opensNothingBeforeTheDeadline() {
        assertThat(Stage.BIDDING.next()).containsExactly(Stage.DEADLINE_REACHED);
    }
}
