package cn.qifeng.trading.archive.persistence;

import cn.qifeng.kernel.TenderId;
import cn.qifeng.trading.archive.domain.KeptDocument;
import cn.qifeng.trading.archive.domain.KeptDocuments;
import cn.qifeng.trading.archive.domain.Visibility;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Documents in the database, so that a document and the entry that names it come in one transaction. */
@ApplicationScoped
class DatabaseDocuments implements KeptDocuments, PanacheRepositoryBase<DocumentRow, DocumentRow.Key> {

    @Override
    public void keep(KeptDocument document, byte[] content) {
        var row = findById(new DocumentRow.Key(document.tender().value(), document.sm3()));
        if (row != null) {
            row.visibility = document.visibility();
            return;
        }
        row = new DocumentRow();
        row.tenderId = document.tender().value();
        row.sm3 = document.sm3();
        row.name = document.name();
        row.mediaType = document.mediaType();
        row.visibility = document.visibility();
        row.length = document.length();
        row.content = content;
        row.addedAt = document.addedAt();
        persist(row);
    }

    @Override
    public Optional<KeptDocument> find(TenderId tender, String sm3) {
        return of(tender).stream().filter(it -> it.sm3().equals(sm3)).findFirst();
    }

    @Override
    public Optional<byte[]> content(TenderId tender, String sm3) {
        return findByIdOptional(new DocumentRow.Key(tender.value(), sm3)).map(row -> row.content);
    }

    @Override
    public List<KeptDocument> of(TenderId tender) {
        return getEntityManager()
                .createQuery(
                        "select tenderId, sm3, name, mediaType, visibility, length, addedAt from KeptDocument"
                                + " where tenderId = ?1 order by addedAt, sm3",
                        Object[].class)
                .setParameter(1, tender.value())
                .getResultStream()
                .map(DatabaseDocuments::toDomain)
                .toList();
    }

    @Override
    public void show(TenderId tender, String sm3, Visibility visibility) {
        getEntityManager()
                .createQuery("update KeptDocument set visibility = ?1, rowVersion = rowVersion + 1"
                        + " where tenderId = ?2 and sm3 = ?3")
                .setParameter(1, visibility)
                .setParameter(2, tender.value())
                .setParameter(3, sm3)
                .executeUpdate();
    }

    private static KeptDocument toDomain(Object[] row) {
        return new KeptDocument(
                new TenderId((UUID) row[0]),
                (String) row[1],
                (String) row[2],
                (String) row[3],
                (Visibility) row[4],
                (Long) row[5],
                (Instant) row[6]);
    }
}
