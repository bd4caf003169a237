package cn.qifeng.evaluation.expert.persistence;

import cn.qifeng.evaluation.expert.domain.Application;
import cn.qifeng.evaluation.expert.domain.Applications;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Applications for the pool in the database. */
@ApplicationScoped
class JpaApplications implements Applications {

    private final EntityManager entities;
    private final Json json;

    JpaApplications(EntityManager entities, Json json) {
        this.entities = entities;
        this.json = json;
    }

    @Override
    public List<Application> waiting() {
        return entities.createQuery(
                        "from ApplicationRow where state = :state order by madeAt, id", ApplicationRow.class)
                .setParameter("state", Application.State.SUBMITTED)
                .getResultStream()
                .map(this::application)
                .toList();
    }

    @Override
    public List<Application> of(String person) {
        return entities.createQuery(
                        "from ApplicationRow where person = :person order by madeAt desc, id", ApplicationRow.class)
                .setParameter("person", person)
                .getResultStream()
                .map(this::application)
                .toList();
    }

    @Override
    public Optional<Application> lock(UUID id) {
        return Optional.ofNullable(entities.find(ApplicationRow.class, id.toString(), LockModeType.PESSIMISTIC_WRITE))
                .map(this::application);
    }

    @Override
    public void save(Application application) {
        var known = entities.find(ApplicationRow.class, application.id().toString());
        var row = known == null ? new ApplicationRow() : known;
        row.id = application.id().toString();
        row.person = application.person();
        row.state = application.state();
        row.body = json.write(application);
        if (known == null) {
            row.madeAt = Instant.now();
            entities.persist(row);
        }
    }

    private Application application(ApplicationRow row) {
        return json.read(row.body, Application.class);
    }
}
