package cn.qifeng.evaluation.expert.sheet;

import cn.qifeng.evaluation.expert.domain.ExpertState;
import java.util.Arrays;
import java.util.Optional;

/** How the sheet names a state. */
enum StateWord {
    ACTIVE("正常", ExpertState.ACTIVE),
    SUSPENDED("暂停", ExpertState.SUSPENDED),
    REMOVED("退库", ExpertState.REMOVED);

    private final String word;
    private final ExpertState state;

    StateWord(String word, ExpertState state) {
        this.word = word;
        this.state = state;
    }

    static Optional<ExpertState> of(String word) {
        return Arrays.stream(values())
                .filter(each -> each.word.equals(word))
                .map(each -> each.state)
                .findFirst();
    }

    static String of(ExpertState state) {
        return Arrays.stream(values())
                .filter(each -> each.state == state)
                .map(each -> each.word)
                .findFirst()
                .orElseThrow();
    }
}
