package cn.qifeng.trading.party.persistence;

import cn.qifeng.kernel.PersonId;
import cn.qifeng.trading.party.domain.BoundCertificate;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;

/** One bound certificate as stored. */
@Entity
@Table(name = "bound_certificate")
class CertificateRow {

    @Id
    String id;

    @Version
    int version;

    @Column(name = "person_id")
    String personId;

    byte[] der;

    @Column(name = "not_before")
    Instant notBefore;

    @Column(name = "not_after")
    Instant notAfter;

    @Column(name = "bound_at")
    Instant boundAt;

    @Column(name = "ended_at")
    Instant endedAt;

    @Column(name = "replaced_by")
    String replacedBy;

    void take(BoundCertificate certificate) {
        id = certificate.id();
        personId = certificate.person().toString();
        der = certificate.der();
        notBefore = certificate.notBefore();
        notAfter = certificate.notAfter();
        boundAt = certificate.boundAt();
        endedAt = certificate.endedAt().orElse(null);
        replacedBy = certificate.replacedBy().orElse(null);
    }

    BoundCertificate toDomain() {
        return new BoundCertificate(
                id,
                PersonId.of(personId),
                der,
                notBefore,
                notAfter,
                boundAt,
                Optional.ofNullable(endedAt),
                Optional.ofNullable(replacedBy));
    }
}
