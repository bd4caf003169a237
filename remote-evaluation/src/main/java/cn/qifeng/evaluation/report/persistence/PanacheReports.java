package cn.qifeng.evaluation.report.persistence;

import cn.qifeng.evaluation.report.domain.EvaluationReport;
import cn.qifeng.evaluation.report.domain.Reports;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Reports in the database. */
@ApplicationScoped
class PanacheReports implements Reports, PanacheRepositoryBase<ReportRow, String> {

    private final ObjectMapper json;

    PanacheReports(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public Optional<EvaluationReport> of(String session) {
        return findByIdOptional(session).map(row -> read(row.body));
    }

    @Override
    public Optional<byte[]> pdf(String session) {
        return findByIdOptional(session).map(row -> row.pdf);
    }

    @Override
    public Optional<byte[]> docx(String session) {
        return findByIdOptional(session).map(row -> row.docx);
    }

    @Override
    public boolean exists(String session) {
        return count("session", session) > 0;
    }

    @Override
    public List<String> unstored() {
        return find("select r.session from ReportRow r where r.stored = false")
                .project(String.class)
                .list();
    }

    @Override
    public void add(String session, EvaluationReport report, byte[] pdf, byte[] docx) {
        var row = new ReportRow();
        row.session = session;
        row.sm3 = report.sm3();
        row.pdf = pdf;
        row.docx = docx;
        row.body = write(report);
        persist(row);
    }

    @Override
    public void save(String session, EvaluationReport report) {
        findById(session).body = write(report);
    }

    @Override
    public void layAside(String session, int rework) {
        getEntityManager()
                .createNativeQuery("insert into former_report (session_id, request_no, sm3, pdf, docx, body)"
                        + " select session_id, ?1, sm3, pdf, docx, body from evaluation_report where session_id = ?2")
                .setParameter(1, rework)
                .setParameter(2, session)
                .executeUpdate();
        delete("session = ?1", session);
    }

    @Override
    public void voided(String session, int fault) {
        getEntityManager()
                .createNativeQuery("insert into void_report (session_id, fault_no, sm3, pdf, docx, body)"
                        + " select session_id, ?1, sm3, pdf, docx, body from evaluation_report where session_id = ?2")
                .setParameter(1, fault)
                .setParameter(2, session)
                .executeUpdate();
        delete("session = ?1", session);
    }

    /** By a plain update, so that a member who signs at the same moment is not refused; a lost mark is set again. */
    @Override
    public void markStored(String session) {
        update("stored = true where session = ?1", session);
    }

    private String write(EvaluationReport report) {
        try {
            return json.writeValueAsString(report);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private EvaluationReport read(String text) {
        try {
            return json.readValue(text, EvaluationReport.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
