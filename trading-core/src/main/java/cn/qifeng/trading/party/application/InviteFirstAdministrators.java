package cn.qifeng.trading.party.application;

import cn.qifeng.kernel.PersonId;
import cn.qifeng.kit.mode.RunningMode;
import cn.qifeng.trading.party.domain.Invitation;
import cn.qifeng.trading.party.domain.Invitation.Half;
import cn.qifeng.trading.party.domain.Invitations;
import cn.qifeng.trading.party.domain.People;
import cn.qifeng.trading.party.domain.Person;
import cn.qifeng.trading.party.domain.PersonState;
import cn.qifeng.trading.party.domain.Roles;
import cn.qifeng.trading.security.domain.SecurityEventKind;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jboss.logging.Logger;

/**
 * Lets the first three administrators into a new production platform (首任三员). {@code ./qifeng first-administrators} makes
 * their codes where the installer sits and shows each once; the settings carry names and hashes only. From these the
 * first start invites three different persons, each to one of the three roles. Once a role has somebody, its setting
 * counts no more.
 */
@ApplicationScoped
class InviteFirstAdministrators {

    private static final Logger LOG = Logger.getLogger(InviteFirstAdministrators.class);
    private static final int AFTER_THE_REST = 5500;
    private static final String INSTALLER = "installer";

    private final RunningMode mode;
    private final FirstAdministrators configured;
    private final People people;
    private final Invitations invitations;
    private final Announce announce;

    InviteFirstAdministrators(
            RunningMode mode,
            FirstAdministrators configured,
            People people,
            Invitations invitations,
            Announce announce) {
        this.mode = mode;
        this.configured = configured;
        this.people = people;
        this.invitations = invitations;
        this.announce = announce;
    }

    void invite(@Observes @Priority(AFTER_THE_REST) StartupEvent start) {
        if (!mode.sandbox()) {
            QuarkusTransaction.requiringNew().run(this::inviteMissing);
        }
    }

    private void inviteMissing() {
        var missing = new TreeSet<String>();
        for (String role : Roles.ADMINISTRATORS) {
            if (people.with(role).stream().allMatch(person -> person.state() == PersonState.REGISTERED)) {
                missing.add(role);
            }
        }
        var settings = new TreeMap<>(configured.byRole());
        settings.keySet().retainAll(missing);
        if (!settings.keySet().equals(missing)) {
            missing.removeAll(settings.keySet());
            throw new IllegalStateException("production has no " + String.join(", ", missing)
                    + " and no invitation for one; make the three codes: ./qifeng first-administrators --help");
        }
        requireDifferent(settings);
        settings.forEach(this::invite);
    }

    private void invite(String role, FirstAdministrators.First first) {
        Instant now = Instant.now();
        String account = first.account().orElse(role);
        var person = people.of(account).orElseGet(() -> registered(account, role, first.name()));
        var known = invitations.of(person.id());
        if (known.map(it -> same(it, first)).orElse(false)) {
            if (!now.isBefore(known.get().endsAt())) {
                LOG.warnf("the invitation of %s has ended; make new codes: ./qifeng first-administrators", account);
            }
            return;
        }
        invitations.save(new Invitation(
                person.id(),
                new Half(INSTALLER, Optional.of(first.firstSm3())),
                new Half(INSTALLER, Optional.of(first.secondSm3())),
                Optional.empty(),
                now.plus(Invitation.LIFE)));
        announce.person(SecurityEventKind.INVITATION_ISSUED, person, null, "both halves by the installer for " + role);
        LOG.infof("%s is invited as %s and accepts under /app/#/invitation", account, role);
    }

    private Person registered(String account, String role, String name) {
        var person = Person.registered(PersonId.random(), account, name, Optional.empty(), Optional.empty())
                .withRoles(Roles.of(role));
        people.save(person);
        announce.person(SecurityEventKind.PERSON_REGISTERED, person, null, name + " as " + role);
        return person;
    }

    private static boolean same(Invitation known, FirstAdministrators.First first) {
        return known.first().hash().equals(Optional.of(first.firstSm3()))
                && known.second().hash().equals(Optional.of(first.secondSm3()));
    }

    private static void requireDifferent(Map<String, FirstAdministrators.First> settings) {
        var seen = new HashSet<String>();
        settings.values().forEach(first -> {
            if (!seen.add(first.name()) || !seen.add(first.firstSm3()) || !seen.add(first.secondSm3())) {
                throw new IllegalStateException(
                        "the three first administrators must be three persons with codes of their own (三员分立)");
            }
        });
    }
}
