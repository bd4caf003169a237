package cn.qifeng.trading.tender.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
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
    void neverGoesBack() {
        for (var stage : Stage.values()) {
            for (var next : stage.next()) {
                assertThat(next.allows(stage))
                        .as(stage + " and back from " + next)
                        .isFalse();
            }
        }
    }

    @Test
    void opensNothingBeforeTheDeadline() {
        assertThat(Stage.BIDDING.next()).containsExactly(Stage.DEADLINE_REACHED);
    }
}
