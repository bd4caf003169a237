package cn.qifeng.trading.party.persistence;

import cn.qifeng.kernel.PersonId;
import cn.qifeng.trading.party.domain.GrantState;
import cn.qifeng.trading.party.domain.RoleGrant;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** One grant of roles as stored. */
@Entity
@Table(name = "role_grant")
class RoleGrantRow {

    @Id
    String id;

    @Version
    int version;

    @Column(name = "person_id")
    String personId;

    String roles;

    @Enumerated(EnumType.STRING)
    GrantState state;

    @Column(name = "proposed_by")
    String proposedBy;

    @Column(name = "proposed_at")
    Instant proposedAt;

    @Column(name = "judged_by")
    String judgedBy;

    @Column(name = "judged_at")
    Instant judgedAt;

    @Column(name = "judged_reason")
    String judgedReason;

    void take(RoleGrant grant) {
        id = grant.id().toString();
        personId = grant.person().toString();
        roles = PersonRow.text(grant.roles());
        state = grant.state();
        proposedBy = grant.proposedBy().toString();
        proposedAt = grant.proposedAt();
        judgedBy = grant.judgedBy().map(PersonId::toString).orElse(null);
        judgedAt = grant.judgedAt().orElse(null);
        judgedReason = grant.judgedReason().isEmpty() ? null : grant.judgedReason();
    }

    RoleGrant toDomain() {
        return new RoleGrant(
                UUID.fromString(id),
                PersonId.of(personId),
                PersonRow.roles(roles),
                state,
                PersonId.of(proposedBy),
                proposedAt,
                Optional.ofNullable(judgedBy).map(PersonId::of),
                Optional.ofNullable(judgedAt),
                Optional.ofNullable(judgedReason).orElse(""));
    }
}
