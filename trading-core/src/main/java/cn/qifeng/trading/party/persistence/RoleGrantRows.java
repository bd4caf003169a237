package cn.qifeng.trading.party.persistence;

import cn.qifeng.kernel.PersonId;
import cn.qifeng.trading.party.domain.GrantState;
import cn.qifeng.trading.party.domain.RoleGrant;
import cn.qifeng.trading.party.domain.RoleGrants;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Grants of roles in the database. */
@ApplicationScoped
class RoleGrantRows implements RoleGrants, PanacheRepositoryBase<RoleGrantRow, String> {

    @Override
    public Optional<RoleGrant> of(UUID id) {
        return findByIdOptional(id.toString(), LockModeType.PESSIMISTIC_WRITE).map(RoleGrantRow::toDomain);
    }

    @Override
    public Optional<RoleGrant> waitingFor(PersonId person) {
        return find("personId = ?1 and state = ?2", person.toString(), GrantState.PROPOSED)
                .firstResultOptional()
                .map(RoleGrantRow::toDomain);
    }

    @Override
    public List<RoleGrant> waiting() {
        return find("state", Sort.by("proposedAt"), GrantState.PROPOSED).stream()
                .map(RoleGrantRow::toDomain)
                .toList();
    }

    @Override
    public void save(RoleGrant grant) {
        var row = findById(grant.id().toString());
        if (row == null) {
            row = new RoleGrantRow();
            row.take(grant);
            persist(row);
        } else {
            row.take(grant);
        }
    }
}
