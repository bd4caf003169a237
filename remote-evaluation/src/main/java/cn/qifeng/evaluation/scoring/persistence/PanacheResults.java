package cn.qifeng.evaluation.scoring.persistence;

import cn.qifeng.evaluation.scoring.domain.EvaluationResult;
import cn.qifeng.evaluation.scoring.domain.Results;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Results in the database. */
@ApplicationScoped
class PanacheResults implements Results, PanacheRepositoryBase<ResultRow, String> {

    private final ObjectMapper json;

    PanacheResults(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public Optional<EvaluationResult> of(String session) {
        return findByIdOptional(session).map(row -> read(row.body));
    }

    @Override
    public Optional<EvaluationResult> former(String session, int rework) {
        var row = getEntityManager().find(FormerResultRow.class, new FormerResultRow.Key(session, rework));
        return Optional.ofNullable(row).map(it -> read(it.body));
    }

    @Override
    public void layAside(String session, int rework) {
        var standing = findById(session);
        var row = new FormerResultRow();
        row.session = session;
        row.number = rework;
        row.body = standing.body;
        getEntityManager().persist(row);
        delete(standing);
        flush();
    }

    @Override
    public void voided(String session, int fault) {
        getEntityManager()
                .createNativeQuery("insert into void_result (session_id, fault_no, body)"
                        + " select session_id, ?1, body from evaluation_result where session_id = ?2")
                .setParameter(1, fault)
                .setParameter(2, session)
                .executeUpdate();
        delete("session = ?1", session);
    }

    private EvaluationResult read(String body) {
        try {
            return json.readValue(body, EvaluationResult.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void add(String session, EvaluationResult result) {
        var row = new ResultRow();
        row.session = session;
        try {
            row.body = json.writeValueAsString(result);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
        persist(row);
    }
}
