package cn.qifeng.trading.tender.domain;

import cn.qifeng.kernel.score.PriceMethod;
import java.util.List;

/**
 * Scoring method (评标办法) M-A to M-E; docs/evidence.md section 10. Decimals are strings.
 *
 * @param code {@code M-A} 综合评估法, {@code M-B} 合理低价法, {@code M-C} 均值与控制价复合, {@code M-D} ABC 合成法 or
 *     {@code M-E} 经评审的最低投标价法
 * @param fullScore full score of the price, F
 * @param e1 points off for each per cent above the base price
 * @param e2 points off for each per cent below it
 * @param k the set that is drawn from at the opening: K in M-A and M-D, the discount (下浮率) in M-B, the weight Q1 of the mean in
 *     M-C; {@code 1} alone in M-E, where the draw only gives the bids their numbers
 * @param trim which prices are left out of the mean
 * @param technicalFull full score of the technical part; both make 100; in M-E the number of items, each of which is passed or not
 * @param k1 M-C: factor of the mean; {@code null} in the others
 * @param k2 M-C: factor of the price ceiling; {@code null} in the others
 * @param delta M-D: the set of which Δ is drawn at the opening, by how much A is below the ceiling; empty in the others
 * @param adjustments M-E: what is added to a bid price or taken off; empty in the others
 * @param correction which price counts after an arithmetic correction that binds; {@code null} for the one read out
 * @param blind that technical files are blind; {@code null} where they are not
 */
public record ScoringMethod(
        String code,
        String fullScore,
        String e1,
        String e2,
        List<String> k,
        List<Trim> trim,
        String technicalFull,
        String k1,
        String k2,
        List<String> delta,
        CorrectionRule correction,
        List<AdjustmentRule> adjustments,
        BlindRule blind) {

    public ScoringMethod {
        k = k == null ? List.of() : List.copyOf(k);
        trim = trim == null ? List.of() : List.copyOf(trim);
        delta = delta == null ? List.of() : List.copyOf(delta);
        adjustments = adjustments == null ? List.of() : List.copyOf(adjustments);
    }

    /** A method that takes the price read out everywhere, over technical files that are not blind. */
    public ScoringMethod(
            String code,
            String fullScore,
            String e1,
            String e2,
            List<String> k,
            List<Trim> trim,
            String technicalFull,
            String k1,
            String k2,
            List<String> delta) {
        this(code, fullScore, e1, e2, k, trim, technicalFull, k1, k2, delta, null, List.of(), null);
    }

    /** A method without factors of its own. */
    public ScoringMethod(
            String code,
            String fullScore,
            String e1,
            String e2,
            List<String> k,
            List<Trim> trim,
            String technicalFull) {
        this(code, fullScore, e1, e2, k, trim, technicalFull, null, null, List.of());
    }

    /** The price method; throws {@link java.util.NoSuchElementException} for a code that {@link TenderRules} refuses. */
    public PriceMethod price() {
        return PriceMethod.of(code).orElseThrow();
    }
}
