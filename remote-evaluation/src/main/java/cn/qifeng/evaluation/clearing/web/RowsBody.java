package cn.qifeng.evaluation.clearing.web;

import cn.qifeng.evaluation.clearing.application.ReadClearing;
import cn.qifeng.evaluation.clearing.domain.RowExcerpt;

/** Rows of a bid's bill and of the tender's; {@code null} where there are none. */
record RowsBody(RowExcerpt bid, RowExcerpt tender) {

    static RowsBody of(ReadClearing.Excerpts excerpts) {
        return new RowsBody(excerpts.bid().orElse(null), excerpts.tender().orElse(null));
    }
}
