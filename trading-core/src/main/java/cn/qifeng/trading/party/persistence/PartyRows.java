package cn.qifeng.trading.party.persistence;

import static cn.qifeng.trading.party.domain.BoundCertificates.TOGETHER_MAX;

import cn.qifeng.kernel.PartyId;
import cn.qifeng.kernel.Uscc;
import cn.qifeng.kit.sql.Sql;
import cn.qifeng.trading.party.domain.Parties;
import cn.qifeng.trading.party.domain.Party;
import cn.qifeng.trading.party.domain.PartyKind;
import cn.qifeng.trading.party.domain.PartyStanding;
import cn.qifeng.trading.party.domain.PartyState;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Organisations in the database. */
@ApplicationScoped
class PartyRows implements Parties, PanacheRepositoryBase<PartyRow, String> {

    private static final String STANDING =
            "select id, name, uscc, kind, state from party where id in " + Sql.in(TOGETHER_MAX);

    private final Sql sql;

    PartyRows(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<Party> of(PartyId id) {
        return findByIdOptional(id.toString()).map(PartyRow::toDomain);
    }

    @Override
    public Map<PartyId, PartyStanding> standing(Collection<PartyId> ids) {
        var names = ids.stream().map(PartyId::toString).toList();
        return sql.list(PartyRows::standing, STANDING, Sql.filled(names, TOGETHER_MAX)).stream()
                .collect(Collectors.toMap(PartyStanding::id, Function.identity()));
    }

    private static PartyStanding standing(ResultSet row) throws SQLException {
        return new PartyStanding(
                PartyId.of(row.getString("id")),
                row.getString("name"),
                new Uscc(row.getString("uscc")),
                PartyKind.valueOf(row.getString("kind")),
                PartyState.valueOf(row.getString("state")));
    }

    @Override
    public Optional<Party> of(Uscc uscc) {
        return find("uscc", uscc.value()).firstResultOptional().map(PartyRow::toDomain);
    }

    @Override
    public Optional<Party> named(String name) {
        return find("data.name", name).firstResultOptional().map(PartyRow::toDomain);
    }

    @Override
    public List<Party> list(PartyState state, PartyKind kind) {
        var where = new StringBuilder("1 = 1");
        var values = new Parameters();
        if (state == PartyState.SUBMITTED) {
            where.append(" and (state = :state or proposed.name is not null)");
            values.and("state", state);
        } else if (state != null) {
            where.append(" and state = :state");
            values.and("state", state);
        }
        if (kind != null) {
            where.append(" and kind = :kind");
            values.and("kind", kind);
        }
        return find(where.toString(), Sort.by("data.name"), values).stream()
                .map(PartyRow::toDomain)
                .toList();
    }

    @Override
    public void save(Party party) {
        var row = findById(party.id().toString());
        if (row == null) {
            row = new PartyRow();
            row.take(party);
            persist(row);
        } else {
            row.take(party);
        }
    }
}
