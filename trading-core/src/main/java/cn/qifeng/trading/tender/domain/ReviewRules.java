package cn.qifeng.trading.tender.domain;

import cn.qifeng.kernel.Facts;
import cn.qifeng.kernel.Refused;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Whether bids can be judged by the items of the preliminary review (初步评审项检查, 实施条例 §49, §51, 12号令 §25). */
final class ReviewRules {

    /** Most items of one document. */
    private static final int COUNT_MAX = 60;

    private static final int NAME_MAX = 200;
    private static final Pattern ITEM = Pattern.compile("[A-Z]\\d{1,3}");

    /** Grounds of 实施条例 §51; a price is judged when prices are open, by the ceiling and by an inquiry into costs. */
    private static final Set<String> GROUNDS = Set.of("RJ1", "RJ2", "RJ3", "RJ4", "RJ6", "RJ7");

    private ReviewRules() {}

    /** Refuses items that cannot be judged; none at all means that there is no preliminary review of its own. */
    static void check(List<ReviewItem> review, List<Criterion> criteria) {
        if (review.isEmpty()) {
            return;
        }
        if (review.size() > COUNT_MAX) {
            throw refused("review", review.size(), "1 to " + COUNT_MAX);
        }
        var items = criteria.stream().map(Criterion::item).collect(Collectors.toCollection(HashSet::new));
        for (int i = 0; i < review.size(); i++) {
            check(review.get(i), "review[" + i + "]", items);
        }
        var parts = EnumSet.copyOf(review.stream().map(ReviewItem::part).toList());
        if (parts.size() < ReviewItem.Part.values().length) {
            throw refused("review", parts, "items of " + List.of(ReviewItem.Part.values()));
        }
    }

    private static void check(ReviewItem one, String field, Set<String> items) {
        if (one.item() == null || !ITEM.matcher(one.item()).matches() || !items.add(one.item())) {
            throw refused(field + ".item", one.item(), "unique, such as F1");
        }
        if (one.part() == null) {
            throw refused(field + ".part", null, List.of(ReviewItem.Part.values()));
        }
        if (one.name() == null || one.name().isBlank() || one.name().length() > NAME_MAX) {
            throw refused(field + ".name", one.name(), "1 to " + NAME_MAX + " characters");
        }
        if (one.ground() == null || !GROUNDS.contains(one.ground())) {
            throw refused(field + ".ground", one.ground(), "RJ1 to RJ7 without RJ5");
        }
    }

    private static Refused refused(String field, Object seen, Object expected) {
        return new Refused(TenderRefusal.REVIEW_INCOMPLETE, Facts.field(field, seen, expected));
    }
}
