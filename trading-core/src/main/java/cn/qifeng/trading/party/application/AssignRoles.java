package cn.qifeng.trading.party.application;

import static cn.qifeng.trading.party.domain.PartyRefusal.GRANT_NOT_FOUND;
import static cn.qifeng.trading.party.domain.PartyRefusal.GRANT_WAITS;
import static cn.qifeng.trading.party.domain.PartyRefusal.OWN_GRANT;
import static cn.qifeng.trading.party.domain.PartyRefusal.PERSON_NOT_FOUND;

import cn.qifeng.kernel.Facts;
import cn.qifeng.kernel.PersonId;
import cn.qifeng.trading.party.domain.GrantState;
import cn.qifeng.trading.party.domain.Logins;
import cn.qifeng.trading.party.domain.Parties;
import cn.qifeng.trading.party.domain.Party;
import cn.qifeng.trading.party.domain.People;
import cn.qifeng.trading.party.domain.Person;
import cn.qifeng.trading.party.domain.RoleGrant;
import cn.qifeng.trading.party.domain.RoleGrants;
import cn.qifeng.trading.party.domain.Roles;
import cn.qifeng.trading.security.domain.SecurityEventKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.TreeSet;
import java.util.UUID;

/**
 * The security administrator gives and takes roles (授权); keeps the three administrators apart. Where one of their roles
 * is given or taken, the grant waits for a second administrator: the audit administrator, or the system administrator
 * where the auditor's own roles change.
 */
@ApplicationScoped
public class AssignRoles {

    private final People people;
    private final Parties parties;
    private final RoleGrants grants;
    private final Logins logins;
    private final Announce announce;

    AssignRoles(People people, Parties parties, RoleGrants grants, Logins logins, Announce announce) {
        this.people = people;
        this.parties = parties;
        this.grants = grants;
        this.logins = logins;
        this.announce = announce;
    }

    /**
     * Gives exactly these roles, at once or after a second person agreed; returns the person as it now is. Accounts of one
     * name in one organisation count as one natural person.
     */
    @Transactional
    public Person assign(PersonId id, Roles roles, PersonId by) {
        var person = people.of(id).orElseThrow(PERSON_NOT_FOUND::refused);
        requireAllowed(person, roles);
        grants.waitingFor(id).ifPresent(other -> {
            throw GRANT_WAITS.with(Facts.of("grant", other.id()).map());
        });
        var grant = RoleGrant.propose(UUID.randomUUID(), id, roles, by, Instant.now());
        if (person.roles().administers() || roles.administers()) {
            grants.save(grant);
            announce.person(SecurityEventKind.ROLES_PROPOSED, person, by, words(person.roles(), roles));
            return person;
        }
        return give(person, roles, by);
    }

    /** A second administrator agrees, or says no and why. */
    @Transactional
    public RoleGrant judge(UUID id, boolean agreed, String reason, PersonId by, String role) {
        var grant = grants.of(id).orElseThrow(GRANT_NOT_FOUND::refused);
        var person = people.of(grant.person()).orElseThrow(PERSON_NOT_FOUND::refused);
        String judge = person.roles().has("audit-admin") ? "system-admin" : "audit-admin";
        if (!role.equals(judge)) {
            throw OWN_GRANT.with(Facts.field("role", role, judge).map());
        }
        var decided = agreed ? grant.grant(by, Instant.now()) : grant.refuse(by, reason, Instant.now());
        grants.save(decided);
        if (decided.state() == GrantState.GRANTED) {
            requireAllowed(person, grant.roles());
            give(person, grant.roles(), by);
        } else {
            announce.person(
                    SecurityEventKind.ROLES_REFUSED,
                    person,
                    by,
                    words(person.roles(), grant.roles()) + ": " + decided.judgedReason());
        }
        return decided;
    }

    private Person give(Person person, Roles roles, PersonId by) {
        var changed = person.withRoles(roles);
        people.save(changed);
        logins.closeOf(person.id());
        announce.person(SecurityEventKind.ROLES_CHANGED, changed, by, words(person.roles(), roles));
        return changed;
    }

    private void requireAllowed(Person person, Roles roles) {
        roles.requireFit(person.party().flatMap(parties::of).map(Party::kind));
        roles.requireSeparatedFrom(people.all().stream()
                .filter(other -> !other.id().equals(person.id()))
                .filter(other ->
                        other.name().equals(person.name()) && other.party().equals(person.party()))
                .map(Person::roles)
                .toList());
    }

    private static String words(Roles before, Roles after) {
        return new TreeSet<>(before.names()) + " -> " + new TreeSet<>(after.names());
    }
}
