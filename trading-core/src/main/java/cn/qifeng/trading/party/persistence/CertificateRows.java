package cn.qifeng.trading.party.persistence;

import cn.qifeng.kernel.PartyId;
import cn.qifeng.kernel.PersonId;
import cn.qifeng.kit.sql.Sql;
import cn.qifeng.trading.party.domain.BoundCertificate;
import cn.qifeng.trading.party.domain.BoundCertificates;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Bound certificates in the database. */
@ApplicationScoped
class CertificateRows implements BoundCertificates, PanacheRepositoryBase<CertificateRow, String> {

    private static final String PARTIES = "select c.id, p.party_id from bound_certificate c"
            + " join person p on p.id = c.person_id where p.party_id is not null and c.ended_at is null"
            + " and c.not_before <= ? and c.not_after >= ? and c.id in " + Sql.in(TOGETHER_MAX);

    private final Sql sql;

    CertificateRows(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Map<String, PartyId> partiesOf(Collection<String> ids, Instant now) {
        var values = Stream.concat(Stream.of(now, now), Arrays.stream(Sql.filled(ids, TOGETHER_MAX)));
        return sql
                .list(
                        row -> Map.entry(row.getString("id"), PartyId.of(row.getString("party_id"))),
                        PARTIES,
                        values.toArray())
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

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
