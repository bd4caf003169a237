package cn.qifeng.trading.party.application;

import static cn.qifeng.trading.party.domain.PartyRefusal.NOT_YOUR_HALF;
import static cn.qifeng.trading.party.domain.PartyRefusal.PERSON_NOT_FOUND;
import static cn.qifeng.trading.party.domain.PartyRefusal.WRONG_PERSON_STATE;

import cn.qifeng.kernel.Facts;
import cn.qifeng.kernel.PersonId;
import cn.qifeng.trading.party.domain.Invitation;
import cn.qifeng.trading.party.domain.Invitations;
import cn.qifeng.trading.party.domain.People;
import cn.qifeng.trading.party.domain.Person;
import cn.qifeng.trading.party.domain.PersonState;
import cn.qifeng.trading.party.domain.Roles;
import cn.qifeng.trading.security.domain.SecurityEventKind;
import cn.qifeng.trust.secret.InvitationCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;

/**
 * Gives out the halves of an invitation (签发邀请码): one by the system administrator, one by the security administrator;
 * for one of the three administrators, by the two others. So nobody alone can take an account, not even a new one. It
 * also serves whoever lost password, one-time codes or certificate.
 */
@ApplicationScoped
public class InvitePerson {

    private static final String SYSTEM = "system-admin";
    private static final String SECURITY = "security-admin";

    private final SecureRandom random = new SecureRandom();
    private final People people;
    private final Invitations invitations;
    private final Announce announce;

    InvitePerson(People people, Invitations invitations, Announce announce) {
        this.people = people;
        this.invitations = invitations;
        this.announce = announce;
    }

    /** A half as the administrator sees it once; {@code complete} when the other one has been given out too. */
    public record GivenHalf(String half, boolean complete, Instant endsAt) {}

    /**
     * Makes this administrator's half anew; a former one of it counts no more.
     *
     * @param role which administrator the caller is
     */
    @Transactional
    public GivenHalf giveHalf(PersonId id, PersonId by, String role) {
        var person = people.of(id).orElseThrow(PERSON_NOT_FOUND::refused);
        if (person.state() == PersonState.LOCKED) {
            throw WRONG_PERSON_STATE.with(
                    Facts.field("state", person.state(), "REGISTERED or ACTIVE").map());
        }
        var givers = givers(person);
        if (by.equals(id) || !givers.contains(role)) {
            throw NOT_YOUR_HALF.with(
                    Facts.field("role", role, String.join("|", givers)).map());
        }
        Instant now = Instant.now();
        String half = InvitationCode.newHalf(random);
        var invitation = invitations
                .of(id)
                .filter(open -> now.isBefore(open.endsAt())
                        && givers.contains(open.first().by())
                        && givers.contains(open.second().by()))
                .orElseGet(() -> Invitation.open(id, givers.get(0), givers.get(1), now))
                .with(role, InvitationCode.hash(half), now);
        invitations.save(invitation);
        announce.person(SecurityEventKind.INVITATION_ISSUED, person, by, "half of " + role);
        return new GivenHalf(half, invitation.complete(), invitation.endsAt());
    }

    private static List<String> givers(Person person) {
        return person.roles().administers()
                ? Roles.ADMINISTRATORS.stream()
                        .filter(role -> !person.roles().has(role))
                        .sorted()
                        .toList()
                : List.of(SYSTEM, SECURITY);
    }
}
