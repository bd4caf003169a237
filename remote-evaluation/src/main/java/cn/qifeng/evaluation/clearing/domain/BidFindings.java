package cn.qifeng.evaluation.clearing.domain;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What was found in one bid's bill (单份清标结果).
 *
 * @param rows rows of items that were read
 * @param findings in the order of the bill; of each kind at most 500
 * @param counts how many of each kind there are, listed or not
 */
public record BidFindings(String bidId, int rows, List<Finding> findings, Map<FindingKind, Integer> counts) {

    public BidFindings {
        findings = List.copyOf(findings);
        counts = counts.isEmpty() ? Map.of() : Map.copyOf(new EnumMap<>(counts));
    }
}
