package cn.qifeng.evaluation.fault.web;

import cn.qifeng.evaluation.fault.application.Affected;
import cn.qifeng.evaluation.fault.application.ReadFaults.View;
import cn.qifeng.evaluation.fault.application.ReadFaults.Waiting;
import cn.qifeng.evaluation.fault.domain.Fault;
import cn.qifeng.evaluation.fault.domain.FaultAct;
import cn.qifeng.evaluation.fault.domain.FaultOutcome;
import cn.qifeng.evaluation.fault.domain.FaultPhase;
import cn.qifeng.evaluation.fault.domain.FaultState;
import cn.qifeng.evaluation.fault.domain.SeatSign;
import java.time.Instant;
import java.util.List;

/**
 * Faults of a session as its reader may see them.
 *
 * @param name name of the evaluation; empty before a sub-site
 * @param now legal time, to count against
 * @param stopped whether the session stands still
 * @param reportable whether another fault can be reported
 */
record FaultsBody(
        String name,
        Instant now,
        boolean stopped,
        boolean reportable,
        int startMinutes,
        int clearMinutes,
        boolean policy,
        List<SiteBody> sites,
        List<FaultBody> faults) {

    static FaultsBody of(View view, boolean named) {
        var now = view.now();
        return new FaultsBody(
                named ? view.session().order().name() : "",
                now,
                view.faults().stream().anyMatch(it -> it.stops(now)),
                view.reportable(),
                view.rules().startMinutes(),
                view.rules().clearMinutes(),
                view.rules().policy(),
                view.sites().stream().map(SiteBody::of).toList(),
                view.faults().stream().map(it -> FaultBody.of(it, now)).toList());
    }

    /** A site; {@code silent} is what the platform itself observes. */
    record SiteBody(String site, String name, Instant plannedStart, boolean silent, List<SeatSign> seats) {

        static SiteBody of(Affected it) {
            return new SiteBody(it.site(), it.name(), it.plannedStart(), it.bySilence(), it.signs());
        }
    }

    /** One fault; {@code choices} are what can be decided now. */
    record FaultBody(
            int number,
            String site,
            FaultPhase phase,
            FaultState state,
            Instant from,
            Instant until,
            Instant plannedStart,
            int limitMinutes,
            boolean policy,
            ActBody reported,
            ActBody cleared,
            DecisionBody decided,
            List<FaultOutcome> choices) {

        static FaultBody of(Fault it, Instant now) {
            return new FaultBody(
                    it.number(),
                    it.site(),
                    it.phase(),
                    it.state(now),
                    it.from(),
                    it.until(),
                    it.plannedStart(),
                    it.limitMinutes(),
                    it.policy(),
                    ActBody.of(it.report()),
                    it.cleared().map(ActBody::of).orElse(null),
                    it.decided()
                            .map(d -> new DecisionBody(d.at(), d.outcome(), d.anew(), d.reason()))
                            .orElse(null),
                    List.copyOf(it.choices(now)));
        }
    }

    /** A report or a clearance. */
    record ActBody(Instant at, String role, String reason, List<SeatSign> seats) {

        static ActBody of(FaultAct it) {
            return new ActBody(it.at(), it.role(), it.reason(), it.signs());
        }
    }

    /** What was decided. */
    record DecisionBody(Instant at, FaultOutcome outcome, boolean anew, String reason) {}

    /** A fault that waits for a decision of the caller's organisation. */
    record WaitingBody(String session, String name, int number, Instant until) {

        static WaitingBody of(Waiting it) {
            return new WaitingBody(
                    it.session().id().toString(),
                    it.session().order().name(),
                    it.fault().number(),
                    it.fault().until());
        }
    }
}
