package cn.qifeng.trading.party.domain;

import cn.qifeng.kernel.PersonId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Grants of roles that wait or were decided (授权记录库). */
public interface RoleGrants {

    Optional<RoleGrant> of(UUID id);

    /** The one that waits for this person. */
    Optional<RoleGrant> waitingFor(PersonId person);

    /** All that wait, oldest first. */
    List<RoleGrant> waiting();

    void save(RoleGrant grant);
}
