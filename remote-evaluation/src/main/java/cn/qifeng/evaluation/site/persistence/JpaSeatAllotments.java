package cn.qifeng.evaluation.site.persistence;

import cn.qifeng.evaluation.panel.domain.SessionId;
import cn.qifeng.evaluation.site.domain.SeatAllotment;
import cn.qifeng.evaluation.site.domain.SeatAllotments;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Allotments in the database. */
@ApplicationScoped
class JpaSeatAllotments implements SeatAllotments {

    private final EntityManager entities;
    private final Json json;

    JpaSeatAllotments(EntityManager entities, Json json) {
        this.entities = entities;
        this.json = json;
    }

    @Override
    public Optional<SeatAllotment> of(SessionId session) {
        return entities.createQuery(
                        "from AllotmentRow where session = :session order by madeAt desc", AllotmentRow.class)
                .setParameter("session", session.toString())
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .map(row -> row.toDomain(json));
    }

    @Override
    public Optional<SeatAllotment> lock(UUID draw) {
        return Optional.ofNullable(entities.find(AllotmentRow.class, draw.toString(), LockModeType.PESSIMISTIC_WRITE))
                .map(row -> row.toDomain(json));
    }

    @Override
    public List<SeatAllotment> open() {
        return entities.createQuery("from AllotmentRow where mayChange = 1 order by madeAt", AllotmentRow.class)
                .getResultStream()
                .map(row -> row.toDomain(json))
                .toList();
    }

    @Override
    public void save(SeatAllotment allotment) {
        var known = entities.find(AllotmentRow.class, allotment.draw().toString());
        var row = known == null ? new AllotmentRow() : known;
        if (known == null) {
            row.madeAt = Instant.now();
            row.mayChange = 1;
        }
        row.become(allotment, json);
        entities.persist(row);
    }

    @Override
    public void close(UUID draw) {
        entities.find(AllotmentRow.class, draw.toString()).mayChange = 0;
    }
}
