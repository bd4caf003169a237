package cn.qifeng.trading.tender.persistence;

import cn.qifeng.kernel.LotId;
import cn.qifeng.kernel.PartyId;
import cn.qifeng.kernel.TenderId;
import cn.qifeng.kit.sql.Sql;
import cn.qifeng.trading.tender.domain.NoticeQuery;
import cn.qifeng.trading.tender.domain.Project;
import cn.qifeng.trading.tender.domain.PublishedLot;
import cn.qifeng.trading.tender.domain.Stage;
import cn.qifeng.trading.tender.domain.Tender;
import cn.qifeng.trading.tender.domain.TenderDraft;
import cn.qifeng.trading.tender.domain.Tenders;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Tenders in the database. */
@ApplicationScoped
class DatabaseTenders implements Tenders, PanacheRepositoryBase<TenderRow, UUID> {

    private static final List<String> SOUGHT =
            List.of("t.lotName", "p.name", "t.lotCode", "t.dealCode", "p.procuringEntityName");

    private static final int KEPT_MAX = 1_000;

    private final ObjectMapper json;
    private final Sql sql;
    private final Map<LotId, Kept> kept = new ConcurrentHashMap<>();

    DatabaseTenders(ObjectMapper json, Sql sql) {
        this.json = json;
        this.sql = sql;
    }

    /** A published lot as the row of this version makes it. */
    private record Kept(Integer version, PublishedLot lot) {}

    @Override
    public void add(Project project) {
        getEntityManager().persist(ProjectRow.from(project));
    }

    @Override
    public Optional<Project> project(UUID id) {
        return Optional.ofNullable(getEntityManager().find(ProjectRow.class, id))
                .map(ProjectRow::toDomain);
    }

    @Override
    public List<Project> projectsOf(PartyId agency) {
        return getEntityManager()
                .createQuery("from TenderProject where agency = ?1 order by registeredAt desc", ProjectRow.class)
                .setParameter(1, agency.value())
                .getResultStream()
                .map(ProjectRow::toDomain)
                .toList();
    }

    @Override
    public void add(Tender tender) {
        var row = new TenderRow();
        row.id = tender.id().value();
        row.lotId = tender.lot().value();
        row.project = getEntityManager()
                .getReference(ProjectRow.class, tender.project().id());
        row.lotCode = tender.lotCode().value();
        row.dealCode = tender.dealCode().value();
        row.createdAt = Instant.now();
        row.take(tender, write(tender));
        persist(row);
    }

    @Override
    public void save(Tender tender) {
        findById(tender.id().value()).take(tender, write(tender));
    }

    @Override
    public Optional<Tender> find(TenderId id) {
        return findByIdOptional(id.value()).map(this::read);
    }

    @Override
    public Optional<Tender> ofLot(LotId lot) {
        return find("lotId", lot.value()).firstResultOptional().map(this::read);
    }

    /** Every write of a row gives it another version; projects do not change. */
    @Override
    public Optional<PublishedLot> published(LotId lot) {
        var version = sql.first(
                row -> row.getInt("row_version"),
                "select row_version from tender where lot_id = ?",
                new Sql.Id(lot.value()));
        var known = kept.get(lot);
        if (known != null && version.filter(known.version::equals).isPresent()) {
            return Optional.of(known.lot);
        }
        var row = find("lotId", lot.value()).firstResultOptional();
        var published = row.map(this::read).flatMap(Tender::published);
        published
                .filter(it -> kept.size() < KEPT_MAX || kept.containsKey(lot))
                .ifPresent(it -> kept.put(lot, new Kept(row.orElseThrow().rowVersion, it)));
        return published;
    }

    @Override
    public List<Tender> ofAgency(PartyId agency) {
        return read(list("project.agency = ?1 order by createdAt desc", agency.value()).stream());
    }

    @Override
    public List<Tender> published() {
        return read(list("publishedAt is not null order by publishedAt desc, id").stream());
    }

    @Override
    public List<Tender> published(NoticeQuery query) {
        return read(found(query, "select t", " order by t.publishedAt desc, t.id", TenderRow.class)
                .setFirstResult((int) Math.min(Integer.MAX_VALUE, query.skipped()))
                .setMaxResults(query.size())
                .getResultStream());
    }

    @Override
    public long count(NoticeQuery query) {
        return found(query, "select count(t)", "", Long.class).getSingleResult();
    }

    private <T> TypedQuery<T> found(NoticeQuery query, String what, String order, Class<T> type) {
        var where = new StringBuilder(" from Tender t join t.project p where t.publishedAt is not null");
        if (!query.stages().isEmpty()) {
            where.append(" and t.stage in :stages");
        }
        if (!query.words().isEmpty()) {
            where.append(" and (");
            SOUGHT.forEach(it -> where.append("lower(").append(it).append(") like :words escape '!' or "));
            where.setLength(where.length() - " or ".length());
            where.append(")");
        }
        var found = getEntityManager().createQuery(what + where + order, type);
        if (!query.stages().isEmpty()) {
            found.setParameter("stages", query.stages());
        }
        if (!query.words().isEmpty()) {
            found.setParameter("words", pattern(query.words()));
        }
        return found;
    }

    private static String pattern(String words) {
        var plain = words.toLowerCase(Locale.ROOT)
                .replace("!", "!!")
                .replace("%", "!%")
                .replace("_", "!_");
        return "%" + plain + "%";
    }

    @Override
    public Optional<Tender> nextDeadline(Instant moment) {
        return find("stage = ?1 and bidDeadline > ?2 order by bidDeadline, id", Stage.BIDDING, moment)
                .firstResultOptional()
                .map(this::read);
    }

    @Override
    public List<Tender> due(Stage stage, Instant moment) {
        return read(list("stage = ?1 and bidDeadline <= ?2 order by bidDeadline, id", stage, moment).stream());
    }

    @Override
    public int nextSerial(String counter) {
        var row = getEntityManager().find(SerialRow.class, counter, LockModeType.PESSIMISTIC_WRITE);
        if (row == null) {
            row = new SerialRow();
            row.name = counter;
            getEntityManager().persist(row);
        }
        return ++row.lastGiven;
    }

    private List<Tender> read(Stream<TenderRow> rows) {
        return rows.map(this::read).toList();
    }

    private Tender read(TenderRow row) {
        try {
            return row.toDomain(row.draft == null ? null : json.readValue(row.draft, TenderDraft.class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("stored draft of tender " + row.id + " cannot be read", e);
        }
    }

    private String write(Tender tender) {
        try {
            var draft = tender.draftIfAny();
            return draft.isEmpty() ? null : json.writeValueAsString(draft.get());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("draft of tender " + tender.id() + " cannot be stored", e);
        }
    }
}
