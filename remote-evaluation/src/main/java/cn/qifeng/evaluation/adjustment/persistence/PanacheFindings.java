package cn.qifeng.evaluation.adjustment.persistence;

import cn.qifeng.evaluation.adjustment.domain.AdjustmentFinding;
import cn.qifeng.evaluation.adjustment.domain.AdjustmentFindings;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Findings on adjustments in the database. */
@ApplicationScoped
class PanacheFindings implements AdjustmentFindings, PanacheRepositoryBase<FindingRow, FindingKey> {

    private final ObjectMapper json;

    PanacheFindings(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public List<AdjustmentFinding> of(String session) {
        return list("key.session = ?1 order by key.number", session).stream()
                .map(this::finding)
                .toList();
    }

    @Override
    public void save(String session, AdjustmentFinding finding) {
        var key = new FindingKey(session, finding.number());
        var known = findById(key);
        var row = known == null ? new FindingRow() : known;
        row.key = key;
        try {
            row.body = json.writeValueAsString(finding);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
        if (known == null) {
            persist(row);
        }
    }

    @Override
    public void layAside(String session, int fault) {
        getEntityManager()
                .createNativeQuery("insert into void_finding (session_id, fault_no, number_in_session, body)"
                        + " select session_id, ?1, number_in_session, body from adjustment_finding"
                        + " where session_id = ?2")
                .setParameter(1, fault)
                .setParameter(2, session)
                .executeUpdate();
        delete("key.session", session);
    }

    private AdjustmentFinding finding(FindingRow row) {
        try {
            return json.readValue(row.body, AdjustmentFinding.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
