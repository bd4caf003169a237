package cn.qifeng.trading.rework.persistence;

import cn.qifeng.kernel.LotId;
import cn.qifeng.trading.rework.domain.Rework;
import cn.qifeng.trading.rework.domain.ReworkState;
import cn.qifeng.trading.rework.domain.Reworks;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Re-reviews in the database. */
@ApplicationScoped
class PanacheReworks implements Reworks, PanacheRepositoryBase<ReworkRow, ReworkRow.Key> {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    @Override
    public List<Rework> of(LotId lot) {
        return list("lot = ?1 order by number", lot.value()).stream()
                .map(PanacheReworks::toDomain)
                .toList();
    }

    @Override
    public List<Rework> in(ReworkState state) {
        return list("state = ?1 order by askedAt", state).stream()
                .map(PanacheReworks::toDomain)
                .toList();
    }

    @Override
    public void save(Rework rework) {
        var known = findById(new ReworkRow.Key(rework.lot().value(), rework.number()));
        var row = known == null ? new ReworkRow() : known;
        row.lot = rework.lot().value();
        row.number = rework.number();
        row.state = rework.state();
        row.askedAt = rework.askedAt();
        row.content = write(rework);
        if (known == null) {
            persist(row);
        }
    }

    private static String write(Rework rework) {
        try {
            return MAPPER.writeValueAsString(rework);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Rework toDomain(ReworkRow row) {
        try {
            return MAPPER.readValue(row.content, Rework.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
