package cn.qifeng.evaluation.expert.persistence;

import cn.qifeng.evaluation.expert.domain.Ban;
import cn.qifeng.evaluation.expert.domain.Conduct;
import cn.qifeng.evaluation.expert.domain.ConductRecord;
import cn.qifeng.evaluation.expert.domain.CreditEvent;
import cn.qifeng.evaluation.expert.domain.CreditRules;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Credit and bans in the database. */
@ApplicationScoped
class JpaConduct implements Conduct {

    private static final String NEWEST_FIRST = " order by beginsOn desc, id";

    private final EntityManager entities;
    private final Json json;

    JpaConduct(EntityManager entities, Json json) {
        this.entities = entities;
        this.json = json;
    }

    @Override
    public Map<String, ConductRecord> of(Collection<String> experts, CreditRules rules) {
        return records(
                experts,
                of(CreditEventRow.class, CreditEvent.class, experts),
                of(BanRow.class, Ban.class, experts),
                rules);
    }

    @Override
    public Map<String, ConductRecord> all(CreditRules rules) {
        var events = all(CreditEventRow.class, CreditEvent.class);
        var bans = all(BanRow.class, Ban.class);
        var experts = new HashSet<>(events.keySet());
        experts.addAll(bans.keySet());
        return records(experts, events, bans, rules);
    }

    private static Map<String, ConductRecord> records(
            Collection<String> experts,
            Map<String, List<CreditEvent>> events,
            Map<String, List<Ban>> bans,
            CreditRules rules) {
        var records = new TreeMap<String, ConductRecord>();
        experts.forEach(expert -> records.put(
                expert,
                new ConductRecord(
                        events.getOrDefault(expert, List.of()), bans.getOrDefault(expert, List.of()), rules)));
        return records;
    }

    private <R extends ConductRow, T> Map<String, List<T>> of(
            Class<R> rows, Class<T> type, Collection<String> experts) {
        return byExpert(
                entities.createQuery(
                                "from " + rows.getSimpleName() + " where expert in (:experts)" + NEWEST_FIRST, rows)
                        .setParameter("experts", experts)
                        .getResultList(),
                type);
    }

    private <R extends ConductRow, T> Map<String, List<T>> all(Class<R> rows, Class<T> type) {
        return byExpert(
                entities.createQuery("from " + rows.getSimpleName() + NEWEST_FIRST, rows)
                        .getResultList(),
                type);
    }

    private <T> Map<String, List<T>> byExpert(List<? extends ConductRow> rows, Class<T> type) {
        return rows.stream()
                .collect(Collectors.groupingBy(
                        row -> row.expert, Collectors.mapping(row -> json.read(row.body, type), Collectors.toList())));
    }

    @Override
    public Optional<CreditEvent> lockEvent(UUID id) {
        return lock(CreditEventRow.class, CreditEvent.class, id);
    }

    @Override
    public void save(Collection<CreditEvent> events) {
        events.forEach(event ->
                save(CreditEventRow.class, CreditEventRow::new, event.id(), event.expert(), event.recordedOn(), event));
    }

    @Override
    public Optional<Ban> lockBan(UUID id) {
        return lock(BanRow.class, Ban.class, id);
    }

    @Override
    public void save(Ban ban) {
        save(BanRow.class, BanRow::new, ban.id(), ban.expert(), ban.from(), ban);
    }

    private <T> Optional<T> lock(Class<? extends ConductRow> rows, Class<T> type, UUID id) {
        return Optional.ofNullable(entities.find(rows, id.toString(), LockModeType.PESSIMISTIC_WRITE))
                .map(row -> json.read(row.body, type));
    }

    private <R extends ConductRow> void save(
            Class<R> rows, Supplier<R> empty, UUID id, String expert, LocalDate begins, Object value) {
        var known = entities.find(rows, id.toString());
        var row = known == null ? empty.get() : known;
        row.become(id, expert, begins, json.write(value));
        entities.persist(row);
    }
}
