package cn.qifeng.trading.party.domain;

import static cn.qifeng.trading.party.domain.PartyRefusal.GRANT_DECIDED;
import static cn.qifeng.trading.party.domain.PartyRefusal.OWN_GRANT;
import static cn.qifeng.trading.party.domain.PartyRefusal.REASON_MISSING;

import cn.qifeng.kernel.Facts;
import cn.qifeng.kernel.PersonId;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * Roles that were asked for a person (授权). Where a role of an administrator is given or taken, a second administrator
 * decides, who is neither the proposer nor the person itself: nobody makes an administrator alone.
 *
 * @param person who is to have exactly these roles
 * @param judgedReason the second person's reason; empty for a yes
 */
public record RoleGrant(
        UUID id,
        PersonId person,
        Roles roles,
        GrantState state,
        PersonId proposedBy,
        Instant proposedAt,
        Optional<PersonId> judgedBy,
        Optional<Instant> judgedAt,
        String judgedReason) {

    public RoleGrant {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(person, "person");
        Objects.requireNonNull(roles, "roles");
        Objects.requireNonNull(state, "state");
    }

    /** Asks; refuses a person that would change its own roles with {@code party/own-grant}. */
    public static RoleGrant propose(UUID id, PersonId person, Roles roles, PersonId by, Instant now) {
        if (by.equals(person)) {
            throw OWN_GRANT.refused();
        }
        return new RoleGrant(id, person, roles, GrantState.PROPOSED, by, now, Optional.empty(), Optional.empty(), "");
    }

    /** A second person agrees (复核通过). */
    public RoleGrant grant(PersonId by, Instant now) {
        return decide(GrantState.GRANTED, by, "", now);
    }

    /** A second person says no, and why (复核不通过). */
    public RoleGrant refuse(PersonId by, String reason, Instant now) {
        if (reason == null || reason.isBlank()) {
            throw REASON_MISSING.with(Facts.field("reason", reason, "text").map());
        }
        return decide(GrantState.REFUSED, by, reason.strip(), now);
    }

    private RoleGrant decide(GrantState next, PersonId by, String reason, Instant now) {
        if (state != GrantState.PROPOSED) {
            throw GRANT_DECIDED.with(
                    Facts.field("state", state, GrantState.PROPOSED).map());
        }
        if (by.equals(proposedBy) || by.equals(person)) {
            throw OWN_GRANT.refused();
        }
        return new RoleGrant(
                id, person, roles, next, proposedBy, proposedAt, Optional.of(by), Optional.of(now), reason);
    }
}
