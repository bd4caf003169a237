package cn.qifeng.trading.bidding.persistence;

import cn.qifeng.kernel.LotId;
import cn.qifeng.trading.bidding.domain.LotGate;
import cn.qifeng.trust.hash.Bytes;
import cn.qifeng.trust.hash.Sm3;
import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.nio.ByteBuffer;

/**
 * The gate as advisory locks of PostgreSQL. A waiting exclusive lock stops later shared ones, so a stream of seals
 * does not starve the freeze.
 */
@ApplicationScoped
@IfBuildProperty(name = "qifeng.database", stringValue = "postgresql")
class PostgresLotGate implements LotGate {

    private final EntityManager entities;

    PostgresLotGate(EntityManager entities) {
        this.entities = entities;
    }

    /** One round trip for both, the lot's first: a bidder that waits for the lot must not hold up another of its acts. */
    @Override
    public void shared(LotId lot, byte[] bidderRef) {
        entities.createNativeQuery("select cast(pg_advisory_xact_lock_shared(?1) as text),"
                        + " cast(pg_advisory_xact_lock(?2) as text)")
                .setParameter(1, number(lot))
                .setParameter(2, number("bidder", bidderRef))
                .getSingleResult();
    }

    @Override
    public void exclusive(LotId lot) {
        lock(number(lot));
    }

    @Override
    public void bidder(byte[] bidderRef) {
        lock(number("bidder", bidderRef));
    }

    private void lock(long number) {
        entities.createNativeQuery("select 1 from pg_advisory_xact_lock(?1)")
                .setParameter(1, number)
                .getSingleResult();
    }

    private static long number(LotId lot) {
        return number("lot", Bytes.uuid(lot.value()));
    }

    private static long number(String space, byte[] name) {
        return ByteBuffer.wrap(Sm3.of(Bytes.ascii("qifeng lot gate " + space), name))
                .getLong();
    }
}
