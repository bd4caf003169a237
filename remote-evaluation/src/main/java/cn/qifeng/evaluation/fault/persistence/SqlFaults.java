package cn.qifeng.evaluation.fault.persistence;

import cn.qifeng.evaluation.fault.domain.Fault;
import cn.qifeng.evaluation.fault.domain.FaultAct;
import cn.qifeng.evaluation.fault.domain.FaultDecision;
import cn.qifeng.evaluation.fault.domain.FaultNotice;
import cn.qifeng.evaluation.fault.domain.FaultOutcome;
import cn.qifeng.evaluation.fault.domain.FaultPhase;
import cn.qifeng.evaluation.fault.domain.Faults;
import cn.qifeng.evaluation.fault.domain.SeatSign;
import cn.qifeng.evaluation.panel.domain.SessionId;
import cn.qifeng.kit.sql.Sql;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Faults in the database. */
@ApplicationScoped
class SqlFaults implements Faults {

    private static final String COLUMNS =
            "select session_id, fault_number, phase, site, planned_start, limit_minutes, policy,"
                    + " report_at, report_by, report_role, report_reason, report_signs,"
                    + " cleared_at, cleared_by, cleared_role, cleared_reason, cleared_signs,"
                    + " decided_at, outcome, anew, decided_reason, statement, told from session_fault";

    private final Sql sql;
    private final ObjectMapper mapper;

    SqlFaults(Sql sql, ObjectMapper mapper) {
        this.sql = sql;
        this.mapper = mapper;
    }

    @Override
    public List<Fault> of(SessionId session) {
        return sql.list(this::fault, COLUMNS + " where session_id = ? order by fault_number", session.value());
    }

    @Override
    public List<Told> undecided() {
        return sql.list(
                row -> new Told(fault(row), FaultNotice.valueOf(row.getString("told"))),
                COLUMNS + " where outcome is null order by report_at");
    }

    @Override
    public boolean tell(Fault fault, FaultNotice notice) {
        return sql.update(
                        "update session_fault set told = ? where session_id = ? and fault_number = ? and told <> ?",
                        notice.name(),
                        fault.session().value(),
                        fault.number(),
                        notice.name())
                == 1;
    }

    @Override
    public void add(Fault fault) {
        var report = fault.report();
        sql.update(
                "insert into session_fault (session_id, fault_number, phase, site, planned_start, limit_minutes, policy,"
                        + " report_at, report_by, report_role, report_reason, report_signs)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                fault.session().value(),
                fault.number(),
                fault.phase().name(),
                fault.site(),
                fault.plannedStart(),
                fault.limitMinutes(),
                fault.policy() ? 1 : 0,
                report.at(),
                report.person(),
                report.role(),
                report.reason(),
                text(report.signs()));
    }

    @Override
    public void save(Fault fault) {
        fault.cleared()
                .ifPresent(it -> sql.update(
                        "update session_fault set cleared_at = ?, cleared_by = ?, cleared_role = ?,"
                                + " cleared_reason = ?, cleared_signs = ? where session_id = ? and fault_number = ?",
                        it.at(),
                        it.person(),
                        it.role(),
                        it.reason(),
                        text(it.signs()),
                        fault.session().value(),
                        fault.number()));
        fault.decided()
                .ifPresent(it -> sql.update(
                        "update session_fault set decided_at = ?, outcome = ?, anew = ?, decided_reason = ?,"
                                + " statement = ? where session_id = ? and fault_number = ?",
                        it.at(),
                        it.outcome().name(),
                        it.anew() ? 1 : 0,
                        it.reason(),
                        it.statement(),
                        fault.session().value(),
                        fault.number()));
    }

    private Fault fault(ResultSet row) throws SQLException {
        return new Fault(
                new SessionId(Sql.uuid(row, "session_id")),
                row.getInt("fault_number"),
                FaultPhase.valueOf(row.getString("phase")),
                row.getString("site"),
                Sql.moment(row, "planned_start"),
                row.getInt("limit_minutes"),
                row.getInt("policy") == 1,
                act(row, "report"),
                row.getString("cleared_by") == null ? Optional.empty() : Optional.of(act(row, "cleared")),
                row.getString("outcome") == null ? Optional.empty() : Optional.of(decision(row)));
    }

    private FaultAct act(ResultSet row, String which) throws SQLException {
        return new FaultAct(
                Sql.moment(row, which + "_at"),
                row.getString(which + "_by"),
                row.getString(which + "_role"),
                row.getString(which + "_reason"),
                signs(row.getString(which + "_signs")));
    }

    private static FaultDecision decision(ResultSet row) throws SQLException {
        return new FaultDecision(
                Sql.moment(row, "decided_at"),
                FaultOutcome.valueOf(row.getString("outcome")),
                row.getInt("anew") == 1,
                row.getString("decided_reason"),
                row.getString("statement"));
    }

    private String text(List<SeatSign> signs) {
        try {
            return mapper.writeValueAsString(signs);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<SeatSign> signs(String text) {
        try {
            return List.of(mapper.readValue(text, SeatSign[].class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
