package cn.qifeng.evaluation.worktime.persistence;

import cn.qifeng.evaluation.worktime.domain.EvaluationTime;
import cn.qifeng.evaluation.worktime.domain.EvaluationTimes;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

/** Evaluation times in the database. */
@ApplicationScoped
class PanacheEvaluationTimes implements EvaluationTimes, PanacheRepositoryBase<EvaluationTimeRow, String> {

    private final ObjectMapper json;

    PanacheEvaluationTimes(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public EvaluationTime of(String session) {
        var row = findById(session);
        return row == null ? EvaluationTime.NONE : time(row);
    }

    @Override
    public void save(String session, EvaluationTime time) {
        var known = findById(session);
        var row = known == null ? new EvaluationTimeRow() : known;
        row.session = session;
        try {
            row.body = json.writeValueAsString(time);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
        if (known == null) {
            persist(row);
        }
    }

    private EvaluationTime time(EvaluationTimeRow row) {
        try {
            return json.readValue(row.body, EvaluationTime.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
