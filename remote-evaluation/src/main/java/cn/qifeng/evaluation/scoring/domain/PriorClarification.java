package cn.qifeng.evaluation.scoring.domain;

import cn.qifeng.evaluation.clarification.domain.Clarification;
import cn.qifeng.kernel.Facts;
import cn.qifeng.kernel.Refused;
import java.util.List;
import java.util.Optional;

/**
 * Guard of rejections (否决前先澄清): what is unclear, inconsistent, obviously wrong or possibly below cost is put to the
 * bidder first, and only what stays open then can be a basis (1117号 三(十三)).
 */
public final class PriorClarification {

    private PriorClarification() {}

    /** Refuses a basis that needs a clarification of this bid, without one that ended and left the matter open. */
    public static void check(
            String bidId, RejectionBasis basis, Optional<Integer> named, List<Clarification> clarifications) {
        if (basis.priorKinds().isEmpty()) {
            if (named.isPresent()) {
                throw needed(named, "none for " + basis);
            }
            return;
        }
        boolean fits = named.isPresent()
                && clarifications.stream()
                        .filter(it -> it.number() == named.get())
                        .filter(it -> it.question().bidId().equals(bidId))
                        .filter(it -> basis.priorKinds().contains(it.question().kind()))
                        .anyMatch(Clarification::unresolved);
        if (!fits) {
            throw needed(
                    named, basis.priorKinds() + " about this bid, not answered in time or not accepted by the panel");
        }
    }

    private static Refused needed(Optional<Integer> seen, String expected) {
        return ScoringRefusal.CLARIFICATION_NEEDED.with(
                Facts.field("clarification", seen.orElse(null), expected).map());
    }
}
