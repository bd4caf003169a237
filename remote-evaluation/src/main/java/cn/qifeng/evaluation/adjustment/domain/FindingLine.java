package cn.qifeng.evaluation.adjustment.domain;

import cn.qifeng.kernel.Facts;
import cn.qifeng.kernel.Fen;
import cn.qifeng.kernel.Refused;
import cn.qifeng.kernel.score.PriceAdjustment;
import java.util.Optional;

/**
 * What is found of one bid for one adjustment (单项认定).
 *
 * @param count how many deviations, 0 to {@value #COUNT_MAX}; empty for an omission
 * @param quote what the bid quotes for the item; empty where it leaves the item out, and for deviations
 * @param page where in the bid it stands, or should stand; may be blank where no deviation is found
 */
public record FindingLine(String bidId, Optional<Integer> count, Optional<Fen> quote, String page) {

    /** Most deviations of one kind in a bid. */
    public static final int COUNT_MAX = 1000;

    private static final int PAGE_MAX = 100;

    public FindingLine {
        count = count == null ? Optional.empty() : count;
        quote = quote == null ? Optional.empty() : quote;
        page = page == null ? "" : page.strip();
    }

    /** Refuses a line that does not say what this adjustment needs, or gives no page for it. */
    void check(PriceAdjustment adjustment) {
        boolean omission = adjustment instanceof PriceAdjustment.Omission;
        if (count.isPresent() == omission) {
            throw wrong("count", count.map(String::valueOf).orElse("—"), omission ? "none" : "0.." + COUNT_MAX);
        }
        count.filter(it -> it < 0 || it > COUNT_MAX).ifPresent(it -> {
            throw wrong("count", it.toString(), "0.." + COUNT_MAX);
        });
        if (!omission && quote.isPresent()) {
            throw wrong("quoteFen", quote.get().toString(), "none");
        }
        boolean needed = omission || count.orElse(0) > 0;
        if (needed && page.isEmpty() || page.length() > PAGE_MAX) {
            throw wrong("page", page, "1 to " + PAGE_MAX + " characters");
        }
    }

    private Refused wrong(String field, String seen, String expected) {
        return AdjustmentRefusal.FINDING_INCOMPLETE.with(
                Facts.field("lines." + bidId + "." + field, seen, expected).map());
    }
}
