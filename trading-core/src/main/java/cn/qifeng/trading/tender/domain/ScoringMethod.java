package cn.qifeng.trading.tender.domain;

import java.util.List;

/**
 * Scoring method (评标办法) M-A, 综合评估法 with the mean times K; docs/evidence.md section 10. Decimals are strings.
 *
 * @param code {@code M-A}
 * @param fullScore full score of the price, F
 * @param e1 points off for each per cent above the base price
 * @param e2 points off for each per cent below it
 * @param k the set that K is drawn from at the opening
 * @param trim which prices are left out of the mean
 * @param technicalFull full score of the technical part; both make 100
 */
public record ScoringMethod(
        String code, String fullScore, String e1, String e2, List<String> k, List<Trim> trim, String technicalFull) {

    /** The one method that is built. */
    public static final String MEAN_TIMES_K = "M-A";

    public ScoringMethod {
        k = k == null ? List.of() : List.copyOf(k);
        trim = trim == null ? List.of() : List.copyOf(trim);
    }
}
