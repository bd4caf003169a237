package cn.qifeng.evaluation.panel.domain;

import java.util.Arrays;
import java.util.Optional;

/** How far the scope of a draw was widened (扩大抽取范围), in the order in which that happens. */
public enum WidenStep {
    /** As it was asked for (按方案抽取). */
    ASKED,
    /** Also the neighbours of each specialty in its group (扩大到专业大类). */
    SPECIALTY_GROUP,
    /** Also the rest of the city (扩大到全市). */
    REGION,
    /** Also the rest of the province (扩大到全省). */
    PROVINCE;

    private static final int CITY_DIGITS = 4;
    private static final int PROVINCE_DIGITS = 2;

    /** What is drawn from at this step. */
    public DrawScope of(DrawScope asked) {
        return switch (this) {
            case ASKED -> asked;
            case SPECIALTY_GROUP -> asked.ofGroups();
            case REGION -> asked.ofGroups().inRegions(CITY_DIGITS);
            case PROVINCE -> asked.ofGroups().inRegions(PROVINCE_DIGITS);
        };
    }

    /** The next step that widens anything; empty when none does. */
    public Optional<WidenStep> after(DrawScope asked) {
        return Arrays.stream(values())
                .filter(later -> later.compareTo(this) > 0 && !later.of(asked).equals(of(asked)))
                .findFirst();
    }
}
