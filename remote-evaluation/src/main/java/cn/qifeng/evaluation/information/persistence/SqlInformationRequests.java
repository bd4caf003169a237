package cn.qifeng.evaluation.information.persistence;

import cn.qifeng.evaluation.information.domain.InformationRequest;
import cn.qifeng.evaluation.information.domain.InformationRequests;
import cn.qifeng.evaluation.information.domain.InformationState;
import cn.qifeng.evaluation.panel.domain.SessionId;
import cn.qifeng.kit.sql.Sql;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** Questions to procuring entities in the database; state and deadline stand beside the body to be searched. */
@ApplicationScoped
class SqlInformationRequests implements InformationRequests {

    private final Sql sql;
    private final ObjectMapper json;

    SqlInformationRequests(Sql sql, ObjectMapper json) {
        this.sql = sql;
        this.json = json;
    }

    @Override
    public List<InformationRequest> of(SessionId session) {
        return sql.list(
                row -> read(row.getString("body")),
                "select body from information_request where session_id = ? order by number_in_session",
                session.value());
    }

    @Override
    public List<SessionId> overdue(Instant now) {
        return sql.list(
                row -> SessionId.of(row.getString("session_id")),
                "select distinct session_id from information_request where state = ? and answer_until < ?",
                InformationState.RELEASED.name(),
                now);
    }

    @Override
    public void add(SessionId session, InformationRequest request) {
        sql.update(
                "insert into information_request (state, answer_until, body, session_id, number_in_session)"
                        + " values (?, ?, ?, ?, ?)",
                values(session, request));
    }

    @Override
    public void save(SessionId session, InformationRequest request) {
        sql.update(
                "update information_request set state = ?, answer_until = ?, body = ? where session_id = ?"
                        + " and number_in_session = ?",
                values(session, request));
    }

    private Object[] values(SessionId session, InformationRequest request) {
        return new Object[] {
            request.state().name(), request.deadline().orElse(null), write(request), session.value(), request.number()
        };
    }

    private String write(InformationRequest request) {
        try {
            return json.writeValueAsString(request);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private InformationRequest read(String body) {
        try {
            return json.readValue(body, InformationRequest.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
