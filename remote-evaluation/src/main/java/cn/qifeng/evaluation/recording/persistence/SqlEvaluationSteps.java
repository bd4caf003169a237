package cn.qifeng.evaluation.recording.persistence;

import cn.qifeng.evaluation.recording.domain.EvaluationSteps;
import cn.qifeng.kernel.TenderId;
import cn.qifeng.kit.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Types and times of entries in the database. */
@ApplicationScoped
class SqlEvaluationSteps implements EvaluationSteps {

    private final Sql sql;

    SqlEvaluationSteps(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void add(TenderId tender, Step step) {
        sql.update(
                "insert into evaluation_step (id, tender, type, happened) values (?, ?, ?, ?)",
                UUID.randomUUID(),
                tender.toString(),
                step.type(),
                step.at());
    }

    @Override
    public List<Step> of(TenderId tender) {
        return sql.list(
                row -> new Step(row.getString("type"), Sql.moment(row, "happened")),
                "select type, happened from evaluation_step where tender = ? order by happened, id",
                tender.toString());
    }
}
