package cn.qifeng.trading.party.persistence;

import cn.qifeng.kernel.PersonId;
import cn.qifeng.trading.party.domain.Session;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The one open session of a person as stored. */
@Entity
@Table(name = "login_session")
class SessionRow {

    @Id
    @Column(name = "person_id")
    String personId;

    @Column(name = "session_id")
    String sessionId;

    String certificate;

    @Column(name = "ends_at")
    Instant endsAt;

    void take(Session session) {
        personId = session.person().toString();
        sessionId = session.id().toString();
        certificate = session.certificate().orElse(null);
        endsAt = session.endsAt();
    }

    Session toDomain() {
        return new Session(UUID.fromString(sessionId), PersonId.of(personId), Optional.ofNullable(certificate), endsAt);
    }
}
