package cn.qifeng.evaluation.scoring.domain;

import cn.qifeng.kernel.Facts;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Whether one bid passed one item of the preliminary review (初步评审意见).
 *
 * @param basis on what a failing rests; exactly where it is not passed
 * @param reason why it is not passed, possibly empty where it is
 * @param page where in the bid that stands, possibly empty where it is passed
 */
public record Judgement(String item, boolean passed, Optional<RejectionBasis> basis, String reason, String page) {

    private static final int TEXT_MAX = 500;

    /** A fact, or content about which the bidder is asked first (1117号 三(十三)); prices are shut. */
    private static final Set<RejectionBasis> BASES = EnumSet.of(
            RejectionBasis.FACT, RejectionBasis.UNCLEAR, RejectionBasis.INCONSISTENT, RejectionBasis.OBVIOUS_ERROR);

    public Judgement {
        boolean whole = passed
                ? basis.isEmpty() && reason.length() <= TEXT_MAX && page.length() <= TEXT_MAX
                : basis.filter(BASES::contains).isPresent() && written(reason) && written(page);
        if (!whole) {
            throw ScoringRefusal.JUDGEMENT_INCOMPLETE.with(Facts.field(
                            "sheet." + item,
                            passed + ", " + basis.map(Enum::name).orElse("—") + ", " + reason + ", " + page,
                            "passed, or a basis of " + BASES + " with reason and page")
                    .map());
        }
    }

    /** Whether the bidder has to be asked before the bid can be rejected for it. */
    public boolean needsClarification() {
        return basis.map(it -> !it.priorKinds().isEmpty()).orElse(false);
    }

    private static boolean written(String text) {
        return !text.isBlank() && text.length() <= TEXT_MAX;
    }
}
