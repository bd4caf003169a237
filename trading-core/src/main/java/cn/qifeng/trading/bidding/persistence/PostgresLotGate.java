package cn.qifeng.trading.bidding.persistence;

import cn.qifeng.kernel.LotId;
import cn.qifeng.kit.sql.Sql;
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
    private final Sql sql;

    PostgresLotGate(EntityManager entities, Sql sql) {
        this.entities = entities;
        this.sql = sql;
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
        var numbers = LongStream.concat(shared.stream(), exclusive).toArray();
        var kinds = new boolean[numbers.length];
        if (shared.isPresent()) {
            kinds[0] = true;
        }
        sql.list(row -> row.getString(1), LOCKS, array(Arrays.toString(numbers)), array(Arrays.toString(kinds)));
    }

    /** As PostgreSQL writes an array. */
    private static String array(String printed) {
        return printed.replace('[', '{').replace(']', '}');
    }

    private static long number(LotId lot) {
        return number("lot", Bytes.uuid(lot.value()));
    }

    private static long number(String space, byte[] name) {
        return ByteBuffer.wrap(Sm3.of(Bytes.ascii("qifeng lot gate " + space), name))
                .getLong();
    }
}
