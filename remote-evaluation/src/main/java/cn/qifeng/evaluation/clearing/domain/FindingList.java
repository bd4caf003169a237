package cn.qifeng.evaluation.clearing.domain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gathers the findings of one bid: all are counted, the first of each kind are listed. */
final class FindingList {

    /** A bill whose every line is wrong in the same way is understood from these. */
    static final int LISTED_MAX = 500;

    private final List<Finding> findings = new ArrayList<>();
    private final Map<FindingKind, Integer> counts = new EnumMap<>(FindingKind.class);

    void add(FindingKind kind, Place place, String code, String name, String seen, String expected) {
        add(new Finding(kind, kind.severity(), place, code, name, seen, expected, Optional.empty()));
    }

    /** A figure that is off; a difference of at most {@code rounding} is {@link Severity#MINOR}. */
    void off(FindingKind kind, Place place, Named named, BigDecimal seen, BigDecimal expected, BigDecimal rounding) {
        boolean minor = seen.subtract(expected).abs().compareTo(rounding) <= 0;
        add(new Finding(
                kind,
                minor ? Severity.MINOR : kind.severity(),
                place,
                named.code(),
                named.name(),
                Cells.yuan(seen),
                Cells.yuan(expected),
                Cells.off(seen, expected)));
    }

    void add(Finding finding) {
        if (counts.merge(finding.kind(), 1, Integer::sum) <= LISTED_MAX) {
            findings.add(finding);
        }
    }

    BidFindings of(String bidId, int rows) {
        return new BidFindings(bidId, rows, findings, counts);
    }

    /** Code and name of the item or row that a finding speaks of. */
    record Named(String code, String name) {}
}
