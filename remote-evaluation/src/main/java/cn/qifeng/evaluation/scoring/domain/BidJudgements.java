package cn.qifeng.evaluation.scoring.domain;

import java.util.List;

/** Judgements of one member on one bid (一份投标的初步评审意见) under the label that the member sees. */
public record BidJudgements(String label, List<Judgement> items) {

    public BidJudgements {
        items = List.copyOf(items);
    }

    /** What the member did not pass, in the order of the items. */
    public List<Judgement> failed() {
        return items.stream().filter(it -> !it.passed()).toList();
    }
}
