package cn.qifeng.evaluation.clearing.domain;

import cn.qifeng.kernel.Refused;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What became of one bid's bill (清标结果).
 *
 * @param refusal code of a {@link ClearingRefusal}, where the bill could not be read
 * @param facts what explains the refusal
 * @param rows rows of items that were read
 * @param counts how many findings of each kind there are, listed or not
 */
public record ClearedBid(
        String bidId, Optional<String> refusal, Map<String, String> facts, int rows, Map<FindingKind, Integer> counts) {

    public ClearedBid {
        facts = Map.copyOf(facts);
        counts = Map.copyOf(counts);
    }

    /** A bill that was read. */
    public static ClearedBid of(BidFindings findings) {
        return new ClearedBid(findings.bidId(), Optional.empty(), Map.of(), findings.rows(), findings.counts());
    }

    /** A bill that could not be read, and why. */
    public static ClearedBid refused(String bidId, Refused why) {
        var facts = new TreeMap<String, String>();
        why.facts().forEach((name, value) -> facts.put(name, String.valueOf(value)));
        return new ClearedBid(bidId, Optional.of(why.code().code()), facts, 0, Map.of());
    }

    /** The same with the findings of the comparison too. */
    public ClearedBid and(BidFindings more) {
        var all = new EnumMap<FindingKind, Integer>(FindingKind.class);
        all.putAll(counts);
        more.counts().forEach((kind, count) -> all.merge(kind, count, Integer::sum));
        return new ClearedBid(bidId, refusal, facts, rows, all);
    }
}
