package cn.qifeng.trading.party.domain;

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
 */
public record Person(
        PersonId id, String account, String name, Optional<PartyId> party, Roles roles, Optional<String> number) {

    public Person {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(name, "name");
    }

    /** The same person with other roles. */
    public Person withRoles(Roles other) {
        return new Person(id, account, name, party, other, number);
    }
}
