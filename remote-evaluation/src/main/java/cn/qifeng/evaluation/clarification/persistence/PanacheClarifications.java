package cn.qifeng.evaluation.clarification.persistence;

import cn.qifeng.evaluation.clarification.domain.AnswerFile;
import cn.qifeng.evaluation.clarification.domain.Clarification;
import cn.qifeng.evaluation.clarification.domain.ClarificationState;
import cn.qifeng.evaluation.clarification.domain.Clarifications;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Clarifications in the database. */
@ApplicationScoped
class PanacheClarifications implements Clarifications, PanacheRepositoryBase<ClarificationRow, ClarificationKey> {

    private final ObjectMapper json;
    private final PanacheFiles files;

    PanacheClarifications(ObjectMapper json, PanacheFiles files) {
        this.json = json;
        this.files = files;
    }

    @Override
    public List<Clarification> of(String session) {
        return list("key.session = ?1 and voidFault is null order by key.number", session).stream()
                .map(this::clarification)
                .toList();
    }

    @Override
    public int proposed(String session) {
        return (int) count("key.session", session);
    }

    @Override
    public void voided(String session, int fault) {
        update("voidFault = ?1 where key.session = ?2 and voidFault is null", fault, session);
    }

    @Override
    public List<String> overdue(Instant now) {
        return find(
                        "select distinct c.key.session from ClarificationRow c where c.state = ?1 and c.answerUntil < ?2"
                                + " and c.voidFault is null",
                        ClarificationState.RELEASED,
                        now)
                .project(String.class)
                .list();
    }

    @Override
    public void save(String session, Clarification clarification) {
        var key = new ClarificationKey(session, clarification.number());
        var known = findById(key);
        var row = known == null ? new ClarificationRow() : known;
        row.key = key;
        row.state = clarification.state();
        row.answerUntil = clarification.deadline().orElse(null);
        row.body = write(clarification);
        if (known == null) {
            persist(row);
        }
    }

    @Override
    public void keep(String session, int number, AnswerFile file, byte[] bytes) {
        files.keep(new FileKey(session, number, file.sm3()), file, bytes);
    }

    @Override
    public List<AnswerFile> files(String session, int number) {
        return files.of(session, number);
    }

    @Override
    public Optional<byte[]> file(String session, int number, String sm3) {
        return files.bytes(new FileKey(session, number, sm3));
    }

    private String write(Clarification clarification) {
        try {
            return json.writeValueAsString(clarification);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Clarification clarification(ClarificationRow row) {
        try {
            return json.readValue(row.body, Clarification.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
