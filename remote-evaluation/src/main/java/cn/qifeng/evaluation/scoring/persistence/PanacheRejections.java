package cn.qifeng.evaluation.scoring.persistence;

import cn.qifeng.evaluation.scoring.domain.Rejection;
import cn.qifeng.evaluation.scoring.domain.Rejections;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Proposals of rejection in the database. */
@ApplicationScoped
class PanacheRejections implements Rejections, PanacheRepositoryBase<RejectionRow, RejectionKey> {

    private final ObjectMapper json;

    PanacheRejections(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public List<Rejection> of(String session) {
        return list("key.session = ?1 order by key.number", session).stream()
                .map(this::rejection)
                .toList();
    }

    @Override
    public void save(String session, Rejection rejection) {
        var key = new RejectionKey(session, rejection.number());
        var known = findById(key);
        var row = known == null ? new RejectionRow() : known;
        row.key = key;
        try {
            row.body = json.writeValueAsString(rejection);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
        if (known == null) {
            persist(row);
        }
    }

    @Override
    public void voidAll(String session) {
        delete("key.session = ?1 and reported = false", session);
    }

    @Override
    public void reported(String session) {
        update("reported = true where key.session = ?1", session);
    }

    @Override
    public void layAside(String session, int fault) {
        getEntityManager()
                .createNativeQuery("insert into void_rejection (session_id, fault_no, number_in_session, body)"
                        + " select session_id, ?1, number_in_session, body from rejection"
                        + " where session_id = ?2 and reported = ?3")
                .setParameter(1, fault)
                .setParameter(2, session)
                .setParameter(3, false)
                .executeUpdate();
        voidAll(session);
    }

    private Rejection rejection(RejectionRow row) {
        try {
            return json.readValue(row.body, Rejection.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
