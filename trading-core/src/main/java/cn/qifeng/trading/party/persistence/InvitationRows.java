package cn.qifeng.trading.party.persistence;

import cn.qifeng.kernel.PersonId;
import cn.qifeng.trading.party.domain.Invitation;
import cn.qifeng.trading.party.domain.Invitations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Open invitations in the database. */
@ApplicationScoped
class InvitationRows implements Invitations {

    private final EntityManager rows;
    private final SecretVault vault;

    InvitationRows(EntityManager rows, SecretVault vault) {
        this.rows = rows;
        this.vault = vault;
    }

    @Override
    public Optional<Invitation> of(PersonId person) {
        return row(person)
                .map(row -> row.toDomain(row.totpSecret == null ? null : vault.open(row.personId, row.totpSecret)));
    }

    @Override
    public List<Invitation> open(Instant now) {
        return rows.createQuery("from InvitationRow where endsAt > :now", InvitationRow.class)
                .setParameter("now", now)
                .getResultStream()
                .map(row -> row.toDomain(null))
                .toList();
    }

    @Override
    public void save(Invitation invitation) {
        String sealed = invitation
                .totpSecret()
                .map(secret -> vault.seal(invitation.person().toString(), secret))
                .orElse(null);
        row(invitation.person()).ifPresentOrElse(row -> row.take(invitation, sealed), () -> {
            var row = new InvitationRow();
            row.take(invitation, sealed);
            rows.persist(row);
        });
    }

    @Override
    public void end(PersonId person) {
        row(person).ifPresent(rows::remove);
    }

    private Optional<InvitationRow> row(PersonId person) {
        return Optional.ofNullable(rows.find(InvitationRow.class, person.toString(), LockModeType.PESSIMISTIC_WRITE));
    }
}
