package cn.qifeng.evaluation.handover.application;

import cn.qifeng.evaluation.handover.domain.Handover;
import cn.qifeng.evaluation.handover.domain.HandoverRefusal;
import cn.qifeng.evaluation.handover.domain.Handovers;
import cn.qifeng.evaluation.site.application.SiteReader;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Finds handovers for those whom they concern; others do not learn that there is one. */
@ApplicationScoped
class HandoverLookup {

    private final Handovers handovers;

    HandoverLookup(Handovers handovers) {
        this.handovers = handovers;
    }

    /** One, for the people of the centre that runs its site. */
    Handover own(SiteReader reader, UUID booking) {
        return of(reader, handovers.find(booking), booking);
    }

    /** The same, locked until the transaction ends. */
    Handover lockOwn(SiteReader reader, UUID booking) {
        return of(reader, handovers.lock(booking), booking);
    }

    /** One, for main site and supervisor. */
    Handover any(UUID booking) {
        return handovers.find(booking).orElseThrow(() -> unknown(booking));
    }

    /** The same, locked until the transaction ends. */
    Handover lockAny(UUID booking) {
        return handovers.lock(booking).orElseThrow(() -> unknown(booking));
    }

    private static Handover of(SiteReader reader, Optional<Handover> found, UUID booking) {
        return found.filter(it -> !reader.whole() && it.operator().equals(reader.operator()))
                .orElseThrow(() -> unknown(booking));
    }

    private static RuntimeException unknown(UUID booking) {
        return HandoverRefusal.NO_SUCH_HANDOVER.at("booking", booking, "a booking that is handed over");
    }
}
