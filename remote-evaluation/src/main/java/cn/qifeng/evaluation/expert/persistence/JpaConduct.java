package cn.qifeng.evaluation.expert.persistence;

import cn.qifeng.evaluation.expert.domain.Ban;
import cn.qifeng.evaluation.expert.domain.Conduct;
import cn.qifeng.evaluation.expert.domain.ConductRecord;
import cn.qifeng.evaluation.expert.domain.CreditEvent;
import cn.qifeng.evaluation.expert.domain.CreditRules;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** Credit and bans in the database. */
@ApplicationScoped
class JpaConduct implements Conduct {

    private final EntityManager entities;
    private final Json json;

    JpaConduct(EntityManager entities, Json json) {
        this.entities = entities;
        this.json = json;
    }

    @Override
    public List<CreditEvent> events(String expert) {
        return rows("CreditEventRow", CreditEventRow.class, expert).stream()
                .map(row -> row.toDomain(json))
                .toList();
    }

    @Override
    public Optional<CreditEvent> lockEvent(UUID id) {
        return lock(CreditEventRow.class, id).map(row -> row.toDomain(json));
    }

    @Override
    public void save(Collection<CreditEvent> events) {
        events.forEach(event -> {
            var row = known(CreditEventRow.class, event.id()).orElseGet(CreditEventRow::new);
            row.become(event, event.recordedOn(), json);
            entities.persist(row);
        });
    }

    @Override
    public List<Ban> bans(String expert) {
        return rows("BanRow", BanRow.class, expert).stream()
                .map(row -> row.toDomain(json))
                .toList();
    }

    @Override
    public Optional<Ban> lockBan(UUID id) {
        return lock(BanRow.class, id).map(row -> row.toDomain(json));
    }

    @Override
    public void save(Ban ban) {
        var row = known(BanRow.class, ban.id()).orElseGet(BanRow::new);
        row.become(ban, ban.from(), json);
        entities.persist(row);
    }

    @Override
    public Map<String, ConductRecord> all(CreditRules rules) {
        var events = new TreeMap<String, List<CreditEvent>>();
        var bans = new TreeMap<String, List<Ban>>();
        entities.createQuery("from CreditEventRow", CreditEventRow.class)
                .getResultStream()
                .forEach(row -> events.computeIfAbsent(row.expert, none -> new ArrayList<>())
                        .add(row.toDomain(json)));
        entities.createQuery("from BanRow", BanRow.class)
                .getResultStream()
                .forEach(row -> bans.computeIfAbsent(row.expert, none -> new ArrayList<>())
                        .add(row.toDomain(json)));
        var all = new TreeMap<String, ConductRecord>();
        events.forEach((expert, own) ->
                all.put(expert, new ConductRecord(own, bans.getOrDefault(expert, List.of()), rules)));
        bans.forEach((expert, own) -> all.computeIfAbsent(expert, none -> new ConductRecord(List.of(), own, rules)));
        return all;
    }

    private <R> List<R> rows(String entity, Class<R> type, String expert) {
        return entities.createQuery("from " + entity + " where expert = :expert order by beginsOn desc, id", type)
                .setParameter("expert", expert)
                .getResultList();
    }

    private <R> Optional<R> lock(Class<R> type, UUID id) {
        return Optional.ofNullable(entities.find(type, id.toString(), LockModeType.PESSIMISTIC_WRITE));
    }

    private <R> Optional<R> known(Class<R> type, UUID id) {
        return Optional.ofNullable(entities.find(type, id.toString()));
    }
}
