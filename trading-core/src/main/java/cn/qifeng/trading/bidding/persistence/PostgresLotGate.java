package cn.qifeng.trading.bidding.persistence;

import cn.qifeng.kernel.LotId;
import cn.qifeng.trading.bidding.domain.LotGate;
import cn.qifeng.trust.hash.Bytes;
import cn.qifeng.trust.hash.Sm3;
import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Collection;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.hibernate.Session;

/**
 * The gate as advisory locks of PostgreSQL. A waiting exclusive lock stops later shared ones, so a stream of seals
 * does not starve the freeze.
 */
@ApplicationScoped
@IfBuildProperty(name = "qifeng.database", stringValue = "postgresql")
class PostgresLotGate implements LotGate {

    private static final String LOCKS =
            "select cast(case when lock_shared then pg_advisory_xact_lock_shared(lock_number)"
                    + " else pg_advisory_xact_lock(lock_number) end as text)"
                    + " from unnest(cast(? as bigint[]), cast(? as boolean[])) as locks(lock_number, lock_shared)";

    private final EntityManager entities;

    PostgresLotGate(EntityManager entities) {
        this.entities = entities;
    }

    /** One round trip for all, the lot's first: a bidder that waits for the lot must not hold up another of its acts. */
    @Override
    public void shared(LotId lot, Collection<byte[]> bidderRefs) {
        lock(OptionalLong.of(number(lot)), bidderRefs);
    }

    @Override
    public void exclusive(LotId lot) {
        entities.createNativeQuery("select 1 from pg_advisory_xact_lock(?1)")
                .setParameter(1, number(lot))
                .getSingleResult();
    }

    @Override
    public void bidders(Collection<byte[]> bidderRefs) {
        lock(OptionalLong.empty(), bidderRefs);
    }

    /** Rows of {@code unnest} come, and are locked, in the order of the arrays. */
    private void lock(OptionalLong shared, Collection<byte[]> bidderRefs) {
        var exclusive = bidderRefs.stream()
                .mapToLong(ref -> number("bidder", ref))
                .distinct()
                .sorted();
        var numbers = LongStream.concat(shared.stream(), exclusive).boxed().toArray(Long[]::new);
        var kinds = new Boolean[numbers.length];
        Arrays.setAll(kinds, i -> i == 0 && shared.isPresent());
        entities.unwrap(Session.class).doWork(connection -> {
            try (var statement = connection.prepareStatement(LOCKS)) {
                statement.setArray(1, connection.createArrayOf("bigint", numbers));
                statement.setArray(2, connection.createArrayOf("boolean", kinds));
                statement.execute();
            }
        });
    }

    private static long number(LotId lot) {
        return number("lot", Bytes.uuid(lot.value()));
    }

    private static long number(String space, byte[] name) {
        return ByteBuffer.wrap(Sm3.of(Bytes.ascii("qifeng lot gate " + space), name))
                .getLong();
    }
}
