package cn.qifeng.evaluation.clearing.application;

import cn.qifeng.evaluation.clearing.domain.Finding;
import java.util.List;

/**
 * One page of findings, bid after bid.
 *
 * @param total how many there are on all pages
 */
public record FindingPage(int total, int page, int size, List<Line> lines) {

    /** A finding and the bid it is about. */
    public record Line(ShownBid bid, Finding finding) {}
}
