package cn.qifeng.trading.party.persistence;

import cn.qifeng.kernel.PersonId;
import cn.qifeng.trading.party.domain.PasswordLogin;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

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

    void take(PasswordLogin login) {
        personId = login.person().toString();
        passwordHash = login.passwordHash();
        lastStep = login.lastStep();
    }

    /** The login with its opened secret; the row keeps the sealed one. */
    PasswordLogin toDomain(String secret) {
        return new PasswordLogin(PersonId.of(personId), passwordHash, secret, lastStep);
    }
}
