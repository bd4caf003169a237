package cn.qifeng.trading.party.persistence;

import cn.qifeng.kernel.PersonId;
import cn.qifeng.trading.party.domain.BoundCertificate;
import cn.qifeng.trading.party.domain.BoundCertificates;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Bound certificates in the database. */
@ApplicationScoped
class CertificateRows implements BoundCertificates, PanacheRepositoryBase<CertificateRow, String> {

    @Override
    public Optional<BoundCertificate> of(String id) {
        return findByIdOptional(id).map(CertificateRow::toDomain);
    }

    @Override
    public List<BoundCertificate> of(PersonId person) {
        return find("personId", Sort.descending("boundAt"), person.toString()).stream()
                .map(CertificateRow::toDomain)
                .toList();
    }

    @Override
    public Map<PersonId, Long> usable(Instant now) {
        return stream("endedAt is null and notBefore <= ?1 and notAfter >= ?1", now)
                .collect(Collectors.groupingBy(row -> PersonId.of(row.personId), Collectors.counting()));
    }

    @Override
    public void save(BoundCertificate certificate) {
        var row = findById(certificate.id());
        if (row == null) {
            row = new CertificateRow();
            row.take(certificate);
            persist(row);
        } else {
            row.take(certificate);
        }
    }
}
