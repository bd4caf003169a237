package cn.qifeng.trading.party.persistence;

import cn.qifeng.kernel.PersonId;
import cn.qifeng.trading.party.domain.Attempts;
import cn.qifeng.trading.party.domain.PasswordLogin;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;

/** Password login of one person as stored. */
@Entity
@Table(name = "password_login")
class LoginRow {

    @Id
    @Column(name = "person_id")
    String personId;

    @Version
    int version;

    @Column(name = "password_hash")
    String passwordHash;

    @Column(name = "totp_secret")
    String totpSecret;

    @Column(name = "last_step")
    long lastStep;

    int failures;

    @Column(name = "locked_until")
    Instant lockedUntil;

    void take(PasswordLogin login) {
        personId = login.person().toString();
        passwordHash = login.passwordHash();
        lastStep = login.lastStep();
        failures = login.attempts().failures();
        lockedUntil = login.attempts().lockedUntil().orElse(null);
    }

    /** The login with its opened secret; the row keeps the sealed one. */
    PasswordLogin toDomain(String secret) {
        return new PasswordLogin(
                PersonId.of(personId),
                passwordHash,
                secret,
                lastStep,
                new Attempts(failures, Optional.ofNullable(lockedUntil)));
    }
}
