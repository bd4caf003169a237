package cn.qifeng.trading.notice.web;

import cn.qifeng.trading.tender.domain.Stage;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** Stages as the public filters by them (公告类别). */
enum StageGroup {
    ALL(EnumSet.noneOf(Stage.class)),
    BIDDING(EnumSet.of(Stage.BIDDING)),
    OPENING(EnumSet.of(Stage.DEADLINE_REACHED, Stage.OPENING, Stage.OPENED, Stage.EVALUATING, Stage.EVALUATED)),
    FINALISTS(EnumSet.of(Stage.CANDIDATE_PUBLICITY, Stage.AWARDING)),
    RESULT(EnumSet.of(Stage.AWARD_PUBLICITY, Stage.AWARD_NOTICED)),
    CONTRACT(EnumSet.of(Stage.CONTRACTED, Stage.CLOSED)),
    FAILED(EnumSet.of(Stage.FAILED));

    private final Set<Stage> stages;

    StageGroup(Set<Stage> stages) {
        this.stages = stages;
    }

    /** The stages in it; none for all. */
    Set<Stage> stages() {
        return stages;
    }

    /** Its name in addresses. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The group of that name, all for another name. */
    static StageGroup of(String key) {
        return Arrays.stream(values())
                .filter(it -> it.key().equals(key))
                .findFirst()
                .orElse(ALL);
    }
}
