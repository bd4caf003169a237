package cn.qifeng.evaluation.rework.persistence;

import cn.qifeng.evaluation.rework.domain.Rework;
import cn.qifeng.evaluation.rework.domain.Reworks;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Re-reviews in the database. */
@ApplicationScoped
class PanacheReworks implements Reworks, PanacheRepositoryBase<ReworkRow, ReworkRow.Key> {

    private final ObjectMapper json;

    PanacheReworks(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public List<Rework> of(String session) {
        return list("session = ?1 order by number", session).stream()
                .map(this::rework)
                .toList();
    }

    @Override
    public void save(String session, Rework rework) {
        var known = findById(new ReworkRow.Key(session, rework.number()));
        var row = known == null ? new ReworkRow() : known;
        row.session = session;
        row.number = rework.number();
        try {
            row.body = json.writeValueAsString(rework);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
        if (known == null) {
            persist(row);
        }
    }

    private Rework rework(ReworkRow row) {
        try {
            return json.readValue(row.body, Rework.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
