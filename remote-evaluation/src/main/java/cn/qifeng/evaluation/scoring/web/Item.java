package cn.qifeng.evaluation.scoring.web;

import cn.qifeng.evaluation.panel.domain.Criterion;

/** One published item. */
record Item(String item, String name, String max, String kind) {

    static Item of(Criterion criterion) {
        return new Item(
                criterion.item(),
                criterion.name(),
                criterion.max().toPlainString(),
                criterion.kind().name());
    }
}
