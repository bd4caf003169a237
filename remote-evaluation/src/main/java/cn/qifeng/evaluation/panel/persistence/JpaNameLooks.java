package cn.qifeng.evaluation.panel.persistence;

import cn.qifeng.evaluation.panel.domain.NameLook;
import cn.qifeng.evaluation.panel.domain.NameLooks;
import cn.qifeng.evaluation.panel.domain.SessionId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;

/** Looks at names in the database. */
@ApplicationScoped
class JpaNameLooks implements NameLooks {

    private final EntityManager entities;

    JpaNameLooks(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public List<NameLook> of(SessionId session) {
        return entities.createQuery("from LookRow where session = :session order by at, id", LookRow.class)
                .setParameter("session", session.toString())
                .getResultStream()
                .map(row ->
                        new NameLook(UUID.fromString(row.id), session, row.by, row.role, row.reason, row.seen, row.at))
                .toList();
    }

    @Override
    public void add(NameLook look) {
        var row = new LookRow();
        row.id = look.id().toString();
        row.session = look.session().toString();
        row.by = look.by();
        row.role = look.role();
        row.reason = look.reason();
        row.seen = look.seen();
        row.at = look.at();
        entities.persist(row);
    }
}
