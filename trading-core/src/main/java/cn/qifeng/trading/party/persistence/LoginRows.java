package cn.qifeng.trading.party.persistence;

import cn.qifeng.kernel.PersonId;
import cn.qifeng.trading.party.domain.Logins;
import cn.qifeng.trading.party.domain.PasswordLogin;
import cn.qifeng.trading.party.domain.Session;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Password logins, sessions and challenges in the database. */
@ApplicationScoped
class LoginRows implements Logins {

    private final EntityManager rows;
    private final SecretVault vault;

    LoginRows(EntityManager rows, SecretVault vault) {
        this.rows = rows;
        this.vault = vault;
    }

    @Override
    public Optional<PasswordLogin> passwordOf(PersonId person) {
        return Optional.ofNullable(rows.find(LoginRow.class, person.toString(), LockModeType.PESSIMISTIC_WRITE))
                .map(row -> row.toDomain(vault.open(row.personId, row.totpSecret)));
    }

    @Override
    public void save(PasswordLogin login) {
        var row = rows.find(LoginRow.class, login.person().toString());
        boolean added = row == null;
        if (added) {
            row = new LoginRow();
        }
        row.take(login);
        boolean changed = added || !vault.open(row.personId, row.totpSecret).equals(login.totpSecret());
        if (changed || !SecretVault.sealed(row.totpSecret)) {
            row.totpSecret = vault.seal(row.personId, login.totpSecret());
        }
        if (added) {
            rows.persist(row);
        }
    }

    @Override
    public Set<PersonId> withPassword() {
        return rows.createQuery("select personId from LoginRow", String.class)
                .getResultStream()
                .map(PersonId::of)
                .collect(Collectors.toSet());
    }

    @Override
    public void closeOf(PersonId person) {
        rows.createQuery("delete from SessionRow where personId = :person")
                .setParameter("person", person.toString())
                .executeUpdate();
    }

    @Override
    public void open(Session session) {
        var row = rows.find(SessionRow.class, session.person().toString(), LockModeType.PESSIMISTIC_WRITE);
        boolean added = row == null;
        if (added) {
            row = new SessionRow();
        }
        row.take(session);
        if (added) {
            rows.persist(row);
        }
    }

    @Override
    public Optional<Session> session(UUID id) {
        return rows.createQuery("from SessionRow where sessionId = :id", SessionRow.class)
                .setParameter("id", id.toString())
                .getResultStream()
                .findFirst()
                .map(SessionRow::toDomain);
    }

    @Override
    public void close(UUID session) {
        rows.createQuery("delete from SessionRow where sessionId = :id")
                .setParameter("id", session.toString())
                .executeUpdate();
    }

    @Override
    public void remember(String challenge, Instant endsAt) {
        var row = new ChallengeRow();
        row.challenge = challenge;
        row.endsAt = endsAt;
        rows.persist(row);
    }

    @Override
    public boolean take(String challenge, Instant now) {
        rows.createQuery("delete from ChallengeRow where endsAt < :now")
                .setParameter("now", now)
                .executeUpdate();
        return rows.createQuery("delete from ChallengeRow where challenge = :challenge")
                        .setParameter("challenge", challenge)
                        .executeUpdate()
                == 1;
    }
}
