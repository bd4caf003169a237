package cn.qifeng.trading.party.web;

import cn.qifeng.kernel.PersonId;
import cn.qifeng.trading.party.application.PeopleDesk.Managed;
import cn.qifeng.trading.party.domain.PersonState;
import cn.qifeng.trading.party.domain.RoleGrant;
import cn.qifeng.trading.party.domain.Roles;
import cn.qifeng.trading.party.web.PersonView.PartyOfPerson;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A person as the administrators see it: the roles that were given, whether or not they count now, and the ways to log in.
 *
 * @param waiting a change of roles that waits for a second administrator, or {@code null}
 * @param invitedUntil end of the open invitation, or {@code null}
 * @param invitedBy administrators whose half of the invitation has been given out
 */
public record ManagedPersonView(
        PersonId id,
        String account,
        String name,
        List<String> roles,
        PartyOfPerson party,
        String expertNumber,
        PersonState state,
        String lockReason,
        boolean password,
        long certificates,
        GrantView waiting,
        Instant invitedUntil,
        List<String> invitedBy) {

    static ManagedPersonView of(Managed managed) {
        var person = managed.person();
        return new ManagedPersonView(
                person.id(),
                person.account(),
                person.name(),
                sorted(person.roles()),
                managed.party().map(PartyOfPerson::of).orElse(null),
                person.number().orElse(null),
                person.state(),
                person.lockReason().orElse(null),
                managed.password(),
                managed.certificates(),
                managed.waiting().map(GrantView::of).orElse(null),
                managed.invitedUntil().orElse(null),
                managed.invitedBy());
    }

    /** A change of roles that waits, or was decided. */
    public record GrantView(UUID id, PersonId person, List<String> roles, PersonId proposedBy, Instant proposedAt) {

        static GrantView of(RoleGrant grant) {
            return new GrantView(
                    grant.id(), grant.person(), sorted(grant.roles()), grant.proposedBy(), grant.proposedAt());
        }
    }

    private static List<String> sorted(Roles roles) {
        return roles.names().stream().sorted().toList();
    }
}
