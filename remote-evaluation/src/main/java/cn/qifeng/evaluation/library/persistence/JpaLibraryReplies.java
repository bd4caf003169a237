package cn.qifeng.evaluation.library.persistence;

import cn.qifeng.evaluation.library.domain.LibraryLine;
import cn.qifeng.evaluation.library.domain.LibraryReplies;
import cn.qifeng.evaluation.library.domain.LibraryReply;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.sign.Statement;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Replies of the library in the database. */
@ApplicationScoped
class JpaLibraryReplies implements LibraryReplies {

    private final EntityManager entities;

    JpaLibraryReplies(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public List<LibraryReply> of(UUID session) {
        return entities.createQuery("from ReplyRow where session = :session order by takenAt, id", ReplyRow.class)
                .setParameter("session", session.toString())
                .getResultStream()
                .map(JpaLibraryReplies::reply)
                .toList();
    }

    @Override
    public void save(LibraryReply reply) {
        var row = new ReplyRow();
        row.id = reply.id().toString();
        row.session = reply.session().toString();
        row.sort = reply.sort();
        row.request = reply.request().toString();
        row.code = reply.code();
        row.statement = new String(CanonicalJson.encode(reply.statement().toJson()), StandardCharsets.UTF_8);
        row.takenAt = reply.takenAt();
        row.recorded = reply.recorded();
        entities.merge(row);
    }

    @Override
    public LibraryLine line(UUID session) {
        return Optional.ofNullable(entities.find(LineRow.class, session.toString()))
                .map(row -> new LibraryLine(
                        session,
                        Optional.ofNullable(row.fault),
                        row.sort,
                        row.failures,
                        Optional.ofNullable(row.since),
                        row.nextAt))
                .orElseGet(() -> LibraryLine.good(session));
    }

    @Override
    public void save(LibraryLine line) {
        var row = new LineRow();
        row.session = line.session().toString();
        row.fault = line.fault().orElse(null);
        row.sort = line.sort();
        row.failures = line.failures();
        row.since = line.since().orElse(null);
        row.nextAt = line.nextAt();
        entities.merge(row);
    }

    /** Oracle stores an empty code as null. */
    private static LibraryReply reply(ReplyRow row) {
        return new LibraryReply(
                UUID.fromString(row.id),
                UUID.fromString(row.session),
                row.sort,
                UUID.fromString(row.request),
                row.code == null ? "" : row.code,
                Statement.from(CanonicalJson.decode(row.statement.getBytes(StandardCharsets.UTF_8))),
                row.takenAt,
                row.recorded);
    }
}
