package cn.qifeng.trading.tender.domain;

import static cn.qifeng.trading.tender.domain.TenderRules.refused;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;

/** Whether the criteria of the technical evaluation can be scored (评审因素检查, 实施条例 §49). */
final class CriteriaRules {

    private static final Pattern POINTS = Pattern.compile("(0|[1-9]\\d{0,2})(\\.\\d{1,2})?");
    private static final Pattern ITEM = Pattern.compile("[A-Z]\\d{1,3}");

    private CriteriaRules() {}

    static void check(List<Criterion> criteria, String technicalFull) {
        var sum = BigDecimal.ZERO;
        var items = new HashSet<String>();
        for (int i = 0; i < criteria.size(); i++) {
            var criterion = criteria.get(i);
            String field = "criteria[" + i + "]";
            if (criterion.item() == null || !ITEM.matcher(criterion.item()).matches() || !items.add(criterion.item())) {
                throw refused(
                        TenderRefusal.CRITERIA_INCOMPLETE, field + ".item", criterion.item(), "unique, such as T1");
            }
            if (criterion.name() == null || criterion.name().isBlank() || criterion.kind() == null) {
                throw refused(TenderRefusal.CRITERIA_INCOMPLETE, field, criterion, "a name and a kind");
            }
            if (criterion.max() == null || !POINTS.matcher(criterion.max()).matches()) {
                throw refused(
                        TenderRefusal.CRITERIA_INCOMPLETE, field + ".max", criterion.max(), "points such as 8.00");
            }
            sum = sum.add(new BigDecimal(criterion.max()));
        }
        if (sum.compareTo(new BigDecimal(technicalFull)) != 0) {
            throw refused(TenderRefusal.CRITERIA_INCOMPLETE, "criteria", sum, technicalFull + " points together");
        }
    }
}
