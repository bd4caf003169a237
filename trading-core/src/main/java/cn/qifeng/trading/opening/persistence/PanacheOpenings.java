package cn.qifeng.trading.opening.persistence;

import cn.qifeng.kernel.LotId;
import cn.qifeng.trading.opening.domain.BidOpening;
import cn.qifeng.trading.opening.domain.Openings;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Openings in the database. */
@ApplicationScoped
class PanacheOpenings implements Openings, PanacheRepositoryBase<OpeningRow, UUID> {

    private final ObjectMapper json;

    PanacheOpenings(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public Optional<BidOpening> of(LotId lot) {
        return findByIdOptional(lot.value()).map(this::toDomain);
    }

    @Override
    public Optional<BidOpening> locked(LotId lot) {
        return findByIdOptional(lot.value(), LockModeType.PESSIMISTIC_WRITE).map(row -> {
            getEntityManager().refresh(row);
            return toDomain(row);
        });
    }

    @Override
    public void add(BidOpening opening) {
        var row = new OpeningRow();
        row.lot = opening.lot().value();
        become(row, opening);
        persistAndFlush(row);
    }

    @Override
    public void save(BidOpening opening) {
        become(findById(opening.lot().value()), opening);
        flush();
    }

    @Override
    public void touch(LotId lot) {
        getEntityManager().lock(findById(lot.value()), LockModeType.PESSIMISTIC_FORCE_INCREMENT);
    }

    @Override
    public long version(LotId lot) {
        return findByIdOptional(lot.value()).map(row -> row.version).orElse(-1L);
    }

    @Override
    public List<LotId> in(List<Class<? extends BidOpening>> states) {
        var names = states.stream().map(Class::getSimpleName).toList();
        return list("state in ?1", names).stream()
                .map(row -> new LotId(row.lot))
                .toList();
    }

    private void become(OpeningRow row, BidOpening opening) {
        row.state = opening.getClass().getSimpleName();
        try {
            row.data = json.writeValueAsString(opening);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private BidOpening toDomain(OpeningRow row) {
        var type = Arrays.stream(BidOpening.class.getPermittedSubclasses())
                .filter(state -> state.getSimpleName().equals(row.state))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("state " + row.state));
        try {
            return (BidOpening) json.readValue(row.data, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("opening of lot " + row.lot, e);
        }
    }
}
