package cn.qifeng.evaluation.panel.persistence;

import cn.qifeng.evaluation.panel.domain.Ceremony;
import cn.qifeng.evaluation.panel.domain.EvaluationSession;
import cn.qifeng.evaluation.panel.domain.Panel;
import cn.qifeng.evaluation.panel.domain.Screening;
import cn.qifeng.evaluation.panel.domain.SessionId;
import cn.qifeng.evaluation.panel.domain.SessionOrder;
import cn.qifeng.evaluation.panel.domain.Sessions;
import cn.qifeng.evaluation.panel.domain.Stage;
import cn.qifeng.kernel.LotId;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Sessions in the database. */
@ApplicationScoped
class PanacheSessions implements Sessions, PanacheRepositoryBase<SessionRow, String> {

    private final ObjectMapper json;

    PanacheSessions(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public Optional<EvaluationSession> find(SessionId id) {
        return findByIdOptional(id.toString()).map(this::session);
    }

    @Override
    public Optional<EvaluationSession> lock(SessionId id) {
        return findByIdOptional(id.toString(), LockModeType.PESSIMISTIC_WRITE).map(this::session);
    }

    @Override
    public Optional<EvaluationSession> ofLot(LotId lot) {
        return find("lot", lot.toString()).firstResultOptional().map(this::session);
    }

    @Override
    public List<EvaluationSession> in(Stage... stages) {
        return list("stage in ?1", Sort.by("madeAt"), List.of(stages)).stream()
                .map(this::session)
                .toList();
    }

    @Override
    public List<EvaluationSession> all() {
        return listAll(Sort.by("madeAt").descending()).stream()
                .map(this::session)
                .toList();
    }

    @Override
    public List<EvaluationSession> openedSince(Instant moment) {
        return list("madeAt >= ?1", moment).stream().map(this::session).toList();
    }

    @Override
    public void add(EvaluationSession session) {
        var row = new SessionRow();
        row.id = session.id().toString();
        row.tender = session.order().tender().toString();
        row.lot = session.order().lot().toString();
        row.orderJson = write(session.order());
        row.madeAt = Instant.now();
        fill(row, session);
        persist(row);
    }

    @Override
    public void save(EvaluationSession session) {
        fill(findById(session.id().toString()), session);
    }

    private void fill(SessionRow row, EvaluationSession session) {
        row.stage = session.stage();
        row.round = session.round();
        row.ceremony = write(session.ceremony());
        row.panel = write(session.panel());
        row.screening = write(session.screening());
    }

    private EvaluationSession session(SessionRow row) {
        return new EvaluationSession(
                SessionId.of(row.id),
                read(row.orderJson, SessionOrder.class),
                row.stage,
                read(row.ceremony, Ceremony.class),
                read(row.panel, Panel.class),
                row.round,
                row.screening == null ? Screening.none() : read(row.screening, Screening.class));
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private <T> T read(String text, Class<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
