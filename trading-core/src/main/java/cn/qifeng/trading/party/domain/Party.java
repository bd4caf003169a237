package cn.qifeng.trading.party.domain;

import static cn.qifeng.trading.party.domain.PartyRefusal.OWN_VERIFICATION;
import static cn.qifeng.trading.party.domain.PartyRefusal.REASON_MISSING;
import static cn.qifeng.trading.party.domain.PartyRefusal.WRONG_STATE;

import cn.qifeng.kernel.Facts;
import cn.qifeng.kernel.PartyId;
import cn.qifeng.kernel.PersonId;
import cn.qifeng.kernel.Uscc;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * One organisation (主体) and its registration.
 *
 * @param data what holds now
 * @param proposed a change that waits for verification; {@code data} holds until then (CTS-EBS01)
 * @param submitted who handed in last and when
 * @param judged who verified last, when and why
 */
public record Party(
        PartyId id,
        Uscc uscc,
        PartyKind kind,
        PartyState state,
        PartyData data,
        Optional<PartyData> proposed,
        Optional<Act> submitted,
        Optional<Act> judged) {

    /** Who did something, when by legal time, and the reason given, or an empty string. */
    public record Act(PersonId by, Instant at, String reason) {

        public Act {
            Objects.requireNonNull(by, "by");
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(reason, "reason");
        }
    }

    /** A registration being filled in. */
    public static Party draft(PartyId id, Uscc uscc, PartyKind kind, PartyData data) {
        return new Party(
                id, uscc, kind, PartyState.EDITING, data, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Name that holds now. */
    public String name() {
        return data.name();
    }

    /** What it may act as now. */
    public PartyStanding standing() {
        return new PartyStanding(id, name(), uscc, kind, state);
    }

    /** Whether it may act on the platform. */
    public boolean active() {
        return standing().active();
    }

    /** Mends what was not accepted or not yet handed in; closed in every other state. */
    public Party edit(PartyData mended) {
        if (state != PartyState.EDITING && state != PartyState.REJECTED) {
            throw wrong("EDITING or REJECTED");
        }
        return new Party(id, uscc, kind, state, mended, Optional.empty(), submitted, judged);
    }

    /** Hands the registration in (申报). */
    public Party submit(PersonId by, Instant now) {
        return moveTo(PartyState.SUBMITTED, proposed, Optional.of(new Act(by, now, "")), judged);
    }

    /** Takes the registration back before it was judged. */
    public Party takeBack() {
        return moveTo(PartyState.EDITING, proposed, submitted, judged);
    }

    /** Asks for a change of verified data; what was verified holds until the change is. */
    public Party propose(PartyData change, PersonId by, Instant now) {
        if (state != PartyState.VERIFIED) {
            throw wrong("VERIFIED");
        }
        return new Party(id, uscc, kind, state, data, Optional.of(change), Optional.of(new Act(by, now, "")), judged);
    }

    /** The centre accepts a registration, or a proposed change (验证通过). */
    public Party accept(PersonId by, Instant now) {
        refuseOwn(by);
        var act = Optional.of(new Act(by, now, ""));
        if (state == PartyState.VERIFIED && proposed.isPresent()) {
            return new Party(id, uscc, kind, state, proposed.get(), Optional.empty(), submitted, act);
        }
        requireSubmitted();
        return moveTo(PartyState.VERIFIED, Optional.empty(), submitted, act);
    }

    /** The centre refuses a registration, or a proposed change, with a reason (验证不通过). */
    public Party reject(PersonId by, String reason, Instant now) {
        refuseOwn(by);
        var act = Optional.of(new Act(by, now, reasoned(reason)));
        if (state == PartyState.VERIFIED && proposed.isPresent()) {
            return new Party(id, uscc, kind, state, data, Optional.empty(), submitted, act);
        }
        requireSubmitted();
        return moveTo(PartyState.REJECTED, proposed, submitted, act);
    }

    /** The centre stops the organisation. */
    public Party suspend(PersonId by, String reason, Instant now) {
        return moveTo(PartyState.SUSPENDED, proposed, submitted, Optional.of(new Act(by, now, reasoned(reason))));
    }

    /** The centre lets the organisation act again. */
    public Party resume(PersonId by, String reason, Instant now) {
        if (state != PartyState.SUSPENDED) {
            throw wrong("SUSPENDED");
        }
        return moveTo(PartyState.VERIFIED, proposed, submitted, Optional.of(new Act(by, now, reasoned(reason))));
    }

    private Party moveTo(PartyState next, Optional<PartyData> change, Optional<Act> handedIn, Optional<Act> verdict) {
        if (!state.canBecome(next)) {
            throw wrong("a state before " + next);
        }
        return new Party(id, uscc, kind, next, data, change, handedIn, verdict);
    }

    private void requireSubmitted() {
        if (state != PartyState.SUBMITTED) {
            throw wrong("SUBMITTED");
        }
    }

    private void refuseOwn(PersonId by) {
        if (submitted.map(act -> act.by().equals(by)).orElse(false)) {
            throw OWN_VERIFICATION.refused();
        }
    }

    private RuntimeException wrong(String expected) {
        return WRONG_STATE.with(Facts.field("state", state, expected).map());
    }

    private static String reasoned(String reason) {
        if (reason == null || reason.isBlank()) {
            throw REASON_MISSING.with(Facts.field("reason", reason, "text").map());
        }
        return reason.strip();
    }
}
