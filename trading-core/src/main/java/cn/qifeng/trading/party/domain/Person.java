package cn.qifeng.trading.party.domain;

import static cn.qifeng.trading.party.domain.PartyRefusal.REASON_MISSING;
import static cn.qifeng.trading.party.domain.PartyRefusal.WRONG_PERSON_STATE;

import cn.qifeng.kernel.Facts;
import cn.qifeng.kernel.PartyId;
import cn.qifeng.kernel.PersonId;
import java.util.Objects;
import java.util.Optional;

/**
 * One person who can log in (用户).
 *
 * @param account name to log in with; unique
 * @param party organisation for which the person acts; experts have none
 * @param number the expert's number in the pool (专家编号)
 * @param lockReason why it is shut out, while it is
 */
public record Person(
        PersonId id,
        String account,
        String name,
        Optional<PartyId> party,
        Roles roles,
        Optional<String> number,
        PersonState state,
        Optional<String> lockReason) {

    public Person {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(state, "state");
    }

    /** A person who has a way to log in. */
    public Person(
            PersonId id, String account, String name, Optional<PartyId> party, Roles roles, Optional<String> number) {
        this(id, account, name, party, roles, number, PersonState.ACTIVE, Optional.empty());
    }

    /** A person who waits for an invitation, without any role. */
    public static Person registered(
            PersonId id, String account, String name, Optional<PartyId> party, Optional<String> number) {
        return new Person(id, account, name, party, Roles.none(), number, PersonState.REGISTERED, Optional.empty());
    }

    /** Whether it may log in. */
    public boolean active() {
        return state == PersonState.ACTIVE;
    }

    /** The same person with other roles. */
    public Person withRoles(Roles other) {
        return new Person(id, account, name, party, other, number, state, lockReason);
    }

    /** Accepted an invitation, the first or a later one (启用). */
    public Person accept() {
        if (state == PersonState.LOCKED) {
            throw wrong("REGISTERED or ACTIVE");
        }
        return moveTo(PersonState.ACTIVE, Optional.empty());
    }

    /** Shut out, with a reason (锁定). */
    public Person lock(String reason) {
        if (reason == null || reason.isBlank()) {
            throw REASON_MISSING.with(Facts.field("reason", reason, "text").map());
        }
        return moveTo(PersonState.LOCKED, Optional.of(reason.strip()));
    }

    /** Let in again (解锁). */
    public Person unlock() {
        if (state != PersonState.LOCKED) {
            throw wrong("LOCKED");
        }
        return moveTo(PersonState.ACTIVE, Optional.empty());
    }

    private Person moveTo(PersonState next, Optional<String> reason) {
        if (!state.canBecome(next)) {
            throw wrong("a state before " + next);
        }
        return new Person(id, account, name, party, roles, number, next, reason);
    }

    private RuntimeException wrong(String expected) {
        return WRONG_PERSON_STATE.with(Facts.field("state", state, expected).map());
    }
}
