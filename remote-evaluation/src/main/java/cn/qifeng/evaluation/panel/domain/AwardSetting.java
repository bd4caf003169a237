package cn.qifeng.evaluation.panel.domain;

import cn.qifeng.kernel.Facts;

/**
 * What the report recommends (推荐方式).
 *
 * @param separated true for separated evaluation and award (评定分离): finalists unranked
 * @param finalistsMax most finalists or candidates
 */
public record AwardSetting(boolean separated, int finalistsMax) {

    /** Most ranked candidates outside separated award (实施条例 §53). */
    public static final int RANKED_MAX = 3;

    /** Refuses more ranked candidates than the law allows (R31). */
    public void check() {
        int max = separated ? Integer.MAX_VALUE : RANKED_MAX;
        if (finalistsMax < 1 || finalistsMax > max) {
            throw PanelRefusal.TOO_MANY_CANDIDATES.with(
                    Facts.field("award.finalistsMax", finalistsMax, "1.." + RANKED_MAX)
                            .map());
        }
    }
}
