package cn.qifeng.evaluation.expert.persistence;

import cn.qifeng.evaluation.expert.domain.Account;
import cn.qifeng.evaluation.expert.domain.Expert;
import cn.qifeng.evaluation.expert.domain.Experts;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** The pool of experts in the database. */
@ApplicationScoped
class PanacheExperts implements Experts, PanacheRepositoryBase<ExpertRow, String> {

    private final ObjectMapper json;

    PanacheExperts(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public List<Expert> all() {
        return listAll(Sort.by("number")).stream().map(this::expert).toList();
    }

    @Override
    public Optional<Expert> byNumber(String number) {
        return findByIdOptional(number).map(this::expert);
    }

    @Override
    public void save(Expert expert) {
        var known = findById(expert.number());
        var row = known == null ? new ExpertRow() : known;
        row.number = expert.number();
        row.name = expert.name();
        row.state = expert.state();
        row.profile = write(ExpertProfile.of(expert));
        row.account = expert.account().map(this::write).orElse(null);
        if (known == null) {
            persist(row);
        }
    }

    private Expert expert(ExpertRow row) {
        var profile = read(row.profile, ExpertProfile.class);
        return new Expert(
                row.number,
                row.name,
                profile.specialties(),
                profile.region(),
                profile.employer(),
                profile.formerEmployers(),
                profile.relatives(),
                profile.avoidedUnits(),
                row.state,
                Optional.ofNullable(row.account).map(it -> read(it, Account.class)));
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
