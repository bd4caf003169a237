package cn.qifeng.evaluation.expert.persistence;

import cn.qifeng.evaluation.expert.domain.PoolHistory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Changes of the pool in the database, of which none is ever changed. */
@ApplicationScoped
class JpaPoolHistory implements PoolHistory {

    private final EntityManager entities;

    JpaPoolHistory(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public List<Change> of(String expert) {
        return entities.createQuery(
                        "from PoolChangeRow where expert = :expert order by at desc, id", PoolChangeRow.class)
                .setParameter("expert", expert)
                .getResultStream()
                .map(row -> new Change(row.expert, row.at, row.by, row.act, row.detail == null ? "" : row.detail))
                .toList();
    }

    @Override
    public void add(Collection<Change> changes) {
        changes.forEach(change -> {
            var row = new PoolChangeRow();
            row.id = UUID.randomUUID().toString();
            row.expert = change.expert();
            row.at = change.at();
            row.by = change.by();
            row.act = change.act();
            row.detail = change.detail();
            entities.persist(row);
        });
    }
}
