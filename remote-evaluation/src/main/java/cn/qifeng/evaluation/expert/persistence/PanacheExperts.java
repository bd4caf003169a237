package cn.qifeng.evaluation.expert.persistence;

import cn.qifeng.evaluation.expert.domain.Expert;
import cn.qifeng.evaluation.expert.domain.ExpertFilter;
import cn.qifeng.evaluation.expert.domain.Experts;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The pool of experts in the database. */
@ApplicationScoped
class PanacheExperts implements Experts, PanacheRepositoryBase<ExpertRow, String> {

    private final Json json;

    PanacheExperts(Json json) {
        this.json = json;
    }

    @Override
    public List<Expert> all() {
        return listAll(Sort.by("number")).stream().map(this::expert).toList();
    }

    @Override
    public Page page(ExpertFilter filter, int page, int size) {
        var parameters = new HashMap<String, Object>();
        var query = find(condition(filter, parameters), Sort.by("number"), parameters)
                .page(page, size);
        return new Page(query.list().stream().map(this::expert).toList(), query.count());
    }

    private static String condition(ExpertFilter filter, Map<String, Object> parameters) {
        var conditions = new ArrayList<String>();
        if (!filter.text().isEmpty()) {
            conditions.add("(lower(number) like :text escape '!' or lower(name) like :text escape '!'"
                    + " or lower(employer) like :text escape '!')");
            parameters.put("text", "%" + escaped(filter.text().toLowerCase(Locale.ROOT)) + "%");
        }
        if (!filter.specialty().isEmpty()) {
            conditions.add("specialties like :specialty escape '!'");
            parameters.put("specialty", "% " + escaped(filter.specialty()) + "%");
        }
        if (!filter.region().isEmpty()) {
            conditions.add("region like :region escape '!'");
            parameters.put("region", escaped(filter.region()) + "%");
        }
        filter.state().ifPresent(state -> {
            conditions.add("state = :state");
            parameters.put("state", state);
        });
        return conditions.isEmpty() ? "1 = 1" : String.join(" and ", conditions);
    }

    private static String escaped(String text) {
        return text.replaceAll("[!%_]", "!$0");
    }

    @Override
    public Optional<Expert> byNumber(String number) {
        return findByIdOptional(number).map(this::expert);
    }

    @Override
    public Optional<Expert> ofPerson(String person) {
        return find("person", Sort.by("number"), person).firstResultOptional().map(this::expert);
    }

    @Override
    public Optional<Expert> byIdNumber(String idNumber) {
        return find("idNumber", idNumber).firstResultOptional().map(this::expert);
    }

    @Override
    public void save(Expert expert) {
        saveAll(List.of(expert));
    }

    @Override
    public void saveAll(Collection<Expert> experts) {
        Map<String, ExpertRow> known = experts.size() == 1
                ? findByIdOptional(experts.iterator().next().number()).stream()
                        .collect(Collectors.toMap(row -> row.number, Function.identity()))
                : listAll().stream().collect(Collectors.toMap(row -> row.number, Function.identity()));
        for (var expert : experts) {
            var row = known.get(expert.number());
            if (row == null) {
                row = new ExpertRow();
                row.become(expert, json);
                persist(row);
            } else {
                row.become(expert, json);
            }
        }
    }

    private Expert expert(ExpertRow row) {
        return row.toDomain(json);
    }
}
