package cn.qifeng.evaluation.clearing.web;

import cn.qifeng.evaluation.clearing.application.FindingPage;
import java.math.BigDecimal;
import java.util.List;

/** One page of findings on the wire. */
record FindingsBody(int total, int page, int size, List<Line> findings) {

    static FindingsBody of(FindingPage page) {
        return new FindingsBody(
                page.total(),
                page.page(),
                page.size(),
                page.lines().stream().map(Line::of).toList());
    }

    /** A finding, the bid it is about, and where it stands; {@code percent} is a decimal as text, or {@code null}. */
    record Line(
            String bid,
            String kind,
            String severity,
            boolean tender,
            String sheet,
            int row,
            String column,
            String code,
            String name,
            String seen,
            String expected,
            String percent) {

        static Line of(FindingPage.Line line) {
            var finding = line.finding();
            var place = finding.place();
            return new Line(
                    line.bid().label(),
                    finding.kind().name(),
                    finding.severity().name(),
                    place.ofTender(),
                    place.sheet(),
                    place.row(),
                    place.column(),
                    finding.code(),
                    finding.name(),
                    finding.seen(),
                    finding.expected(),
                    finding.percent().map(BigDecimal::toPlainString).orElse(null));
        }
    }
}
