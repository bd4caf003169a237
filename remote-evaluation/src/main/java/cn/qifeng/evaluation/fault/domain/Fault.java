package cn.qifeng.evaluation.fault.domain;

import cn.qifeng.evaluation.panel.domain.SessionId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Fault of a remote evaluation at one site (远程评标故障): while it lasts nothing is committed, voted, signed or decided;
 * reading, drafts and talk go on.
 *
 * <p>When it began is not for a person to say: it is the moment of the report, or the last heart-beat of the site where
 * all its seats are silent. So nobody dissolves a panel by reporting late.
 *
 * @param number from 1 in each session
 * @param plannedStart when the seats were booked from
 * @param limitMinutes limit of its phase, as it held at the report
 * @param policy whether what was done is void behind the limit, as it held at the report
 */
public record Fault(
        SessionId session,
        int number,
        FaultPhase phase,
        String site,
        Instant plannedStart,
        int limitMinutes,
        boolean policy,
        FaultAct report,
        Optional<FaultAct> cleared,
        Optional<FaultDecision> decided) {

    /** A new one. */
    public static Fault reported(
            SessionId session,
            int number,
            FaultPhase phase,
            String site,
            Instant plannedStart,
            FaultRules rules,
            FaultAct report) {
        int minutes = (int) rules.limit(phase).toMinutes();
        return new Fault(
                session,
                number,
                phase,
                site,
                plannedStart,
                minutes,
                rules.policy(),
                report,
                Optional.empty(),
                Optional.empty());
    }

    /** When it began. */
    public Instant from() {
        return report.began();
    }

    /** The last moment at which it is cleared in time. */
    public Instant until() {
        return phase.until(from(), plannedStart, Duration.ofMinutes(limitMinutes));
    }

    /** What it is at a moment. */
    public FaultState state(Instant now) {
        if (decided.isPresent()) {
            if (decided.get().outcome().dissolves()) {
                return FaultState.DISSOLVED;
            }
            return cleared.isPresent() ? FaultState.ENDED : FaultState.HELD;
        }
        boolean inTime = !cleared.map(FaultAct::at).orElse(now).isAfter(until());
        if (!inTime) {
            return FaultState.DUE;
        }
        return cleared.isPresent() ? FaultState.ENDED : FaultState.OPEN;
    }

    /** Whether the session stands still at a moment; for good where a panel was dissolved that cannot be drawn anew. */
    public boolean stops(Instant now) {
        return switch (state(now)) {
            case OPEN, DUE, HELD -> true;
            case ENDED -> false;
            case DISSOLVED -> !decided.orElseThrow().anew();
        };
    }

    /** What it made void, to be done again; nothing while it is not decided so. */
    public Optional<VoidedAttempt> voided() {
        return decided.filter(it -> it.outcome() == FaultOutcome.VOID && it.anew())
                .map(it -> new VoidedAttempt(number, it.at(), it.reason()));
    }

    /** Whether something is still to be done about it. */
    public boolean pending(Instant now) {
        var state = state(now);
        return state != FaultState.ENDED && state != FaultState.DISSOLVED;
    }

    /** What may be decided now: nothing before the limit, nor twice. */
    public Set<FaultOutcome> choices(Instant now) {
        return state(now) == FaultState.DUE ? FaultRules.outcomes(phase, policy) : Set.of();
    }

    /** What is to be told of its time now; nothing where nothing is left to do, or the host decided already. */
    public FaultNotice notice(Instant now) {
        var state = state(now);
        return state == FaultState.OPEN || state == FaultState.DUE ? FaultNotice.at(now, until()) : FaultNotice.NONE;
    }

    /** It is over; refuses one that is, and while a seat of the site is silent. */
    public Fault clear(FaultAct act) {
        if (cleared.isPresent() || !pending(act.at())) {
            throw FaultRefusal.NOT_OPEN.at("state", state(act.at()), FaultState.OPEN);
        }
        act.signs().stream().filter(SeatSign::silent).findFirst().ifPresent(it -> {
            throw FaultRefusal.STILL_SILENT.at("seat", it.seat(), "a heart-beat since " + it.beatAt());
        });
        return new Fault(
                session, number, phase, site, plannedStart, limitMinutes, policy, report, Optional.of(act), decided);
    }

    /** Refuses an outcome that the rule does not allow at this moment. */
    public void require(FaultOutcome outcome, Instant now) {
        if (state(now) != FaultState.DUE) {
            throw FaultRefusal.NOT_DUE.at("now", now, "behind " + until() + ", not cleared or decided before");
        }
        if (!choices(now).contains(outcome)) {
            throw FaultRefusal.OUTCOME.at("outcome", outcome, choices(now));
        }
    }

    /** Decided; refuses as {@link #require} does. */
    public Fault decide(FaultDecision decision) {
        require(decision.outcome(), decision.at());
        return new Fault(
                session,
                number,
                phase,
                site,
                plannedStart,
                limitMinutes,
                policy,
                report,
                cleared,
                Optional.of(decision));
    }
}
