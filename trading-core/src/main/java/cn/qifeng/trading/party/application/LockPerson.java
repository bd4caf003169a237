package cn.qifeng.trading.party.application;

import static cn.qifeng.trading.party.domain.PartyRefusal.NOT_YOURS_TO_LOCK;
import static cn.qifeng.trading.party.domain.PartyRefusal.PERSON_NOT_FOUND;

import cn.qifeng.kernel.Facts;
import cn.qifeng.kernel.PersonId;
import cn.qifeng.trading.party.domain.Logins;
import cn.qifeng.trading.party.domain.People;
import cn.qifeng.trading.party.domain.Person;
import cn.qifeng.trading.security.domain.SecurityEventKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/**
 * Locks and unlocks accounts (锁定与解锁), at once and with the end of the session. The security administrator locks
 * everybody but itself and the auditor; the audit administrator locks the security administrator and nobody else. The
 * auditor cannot be locked: whoever watches must not be shut out by the watched.
 */
@ApplicationScoped
public class LockPerson {

    private static final String SECURITY = "security-admin";
    private static final String AUDIT = "audit-admin";

    private final People people;
    private final Logins logins;
    private final Announce announce;

    LockPerson(People people, Logins logins, Announce announce) {
        this.people = people;
        this.logins = logins;
        this.announce = announce;
    }

    /**
     * Locks or unlocks.
     *
     * @param role which administrator the caller is
     */
    @Transactional
    public Person lock(PersonId id, boolean locked, String reason, PersonId by, String role) {
        var person = people.of(id).orElseThrow(PERSON_NOT_FOUND::refused);
        String holder = person.roles().has(AUDIT) ? "nobody" : person.roles().has(SECURITY) ? AUDIT : SECURITY;
        if (by.equals(id) || !role.equals(holder)) {
            throw NOT_YOURS_TO_LOCK.with(Facts.field("role", role, holder).map());
        }
        var next = locked ? person.lock(reason) : person.unlock();
        people.save(next);
        if (locked) {
            logins.closeOf(id);
        }
        announce.person(
                locked ? SecurityEventKind.PERSON_LOCKED : SecurityEventKind.PERSON_UNLOCKED,
                next,
                by,
                reason == null ? "" : reason.strip());
        return next;
    }
}
