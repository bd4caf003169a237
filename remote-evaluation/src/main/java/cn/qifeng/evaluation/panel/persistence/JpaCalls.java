package cn.qifeng.evaluation.panel.persistence;

import cn.qifeng.evaluation.panel.domain.Call;
import cn.qifeng.evaluation.panel.domain.CallState;
import cn.qifeng.evaluation.panel.domain.Calls;
import cn.qifeng.evaluation.panel.domain.SessionId;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Calls in the database. */
@ApplicationScoped
class JpaCalls implements Calls {

    private final EntityManager entities;
    private final ObjectMapper json;

    JpaCalls(EntityManager entities, ObjectMapper json) {
        this.entities = entities;
        this.json = json;
    }

    @Override
    public List<Call> in(CallState... states) {
        return entities.createQuery("from CallRow where state in :states order by calledAt, id", CallRow.class)
                .setParameter("states", List.of(states))
                .getResultStream()
                .map(this::call)
                .toList();
    }

    @Override
    public List<Call> of(SessionId session) {
        return entities.createQuery("from CallRow where session = :session order by calledAt, id", CallRow.class)
                .setParameter("session", session.toString())
                .getResultStream()
                .map(this::call)
                .toList();
    }

    @Override
    public Optional<Call> of(SessionId session, String number) {
        return entities.createQuery("from CallRow where session = :session and number = :number", CallRow.class)
                .setParameter("session", session.toString())
                .setParameter("number", number)
                .getResultStream()
                .map(this::call)
                .findFirst();
    }

    @Override
    public Optional<Call> lock(UUID id) {
        return Optional.ofNullable(entities.find(CallRow.class, id.toString(), LockModeType.PESSIMISTIC_WRITE))
                .map(this::call);
    }

    @Override
    public void save(Call call) {
        var known = entities.find(CallRow.class, call.id().toString());
        var row = known == null ? new CallRow() : known;
        row.id = call.id().toString();
        row.session = call.session().toString();
        row.number = call.number();
        row.state = call.state();
        row.calledAt = call.calledAt();
        row.body = write(call);
        if (known == null) {
            entities.persist(row);
        }
    }

    private String write(Call call) {
        try {
            return json.writeValueAsString(call);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Call call(CallRow row) {
        try {
            return json.readValue(row.body, Call.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
