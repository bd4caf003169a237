package cn.qifeng.evaluation.clarification.persistence;

import cn.qifeng.evaluation.clarification.domain.AnswerFile;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Files of answers in the database. */
@ApplicationScoped
class PanacheFiles implements PanacheRepositoryBase<FileRow, FileKey> {

    void keep(FileKey key, AnswerFile file, byte[] bytes) {
        var row = new FileRow();
        row.key = key;
        row.name = file.name();
        row.byteCount = file.bytes();
        row.content = bytes;
        persist(row);
    }

    List<AnswerFile> of(String session, int number) {
        return getEntityManager()
                .createQuery(
                        "select f.name, f.key.sm3, f.byteCount from FileRow f"
                                + " where f.key.session = ?1 and f.key.number = ?2 order by f.name, f.key.sm3",
                        Object[].class)
                .setParameter(1, session)
                .setParameter(2, number)
                .getResultStream()
                .map(it -> new AnswerFile((String) it[0], (String) it[1], (Long) it[2]))
                .toList();
    }

    Optional<byte[]> bytes(FileKey key) {
        return findByIdOptional(key).map(it -> it.content);
    }
}
