package cn.qifeng.trading.bidding.persistence;

import cn.qifeng.kernel.LotId;
import cn.qifeng.trading.bidding.domain.LotGate;
import cn.qifeng.trust.hash.Bytes;
import cn.qifeng.trust.hash.Sm3;
import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Collection;
import org.hibernate.Session;

/**
 * The gate as user locks of Oracle, which end with the transaction like PostgreSQL's and queue in the order of asking.
 * The role of the service needs {@code grant execute on dbms_lock}. Lots and bidders have half of the lock numbers
 * each, so a lot never waits for a bidder; two lots of one number wait for each other and do no harm.
 */
@ApplicationScoped
@IfBuildProperty(name = "qifeng.database", stringValue = "oracle")
class OracleLotGate implements LotGate {

    /** Oracle leaves the numbers 0 to 1073741823 to its users. */
    static final int NUMBERS = 1 << 30;

    private static final int SHARED = 4;
    private static final int EXCLUSIVE = 6;
    private static final int WAIT_SECONDS_MAX = 60;
    private static final int GRANTED = 0;
    private static final int OWNED = 4;
    private static final String REQUEST =
            "begin ? := dbms_lock.request(id => ?, lockmode => ?, timeout => ?," + " release_on_commit => true); end;";

    private final EntityManager entities;

    OracleLotGate(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public void shared(LotId lot, Collection<byte[]> bidderRefs) {
        lock(lotNumber(lot), SHARED);
        bidders(bidderRefs);
    }

    @Override
    public void bidders(Collection<byte[]> bidderRefs) {
        bidderRefs.stream()
                .mapToInt(OracleLotGate::bidderNumber)
                .distinct()
                .sorted()
                .forEach(number -> lock(number, EXCLUSIVE));
    }

    @Override
    public void exclusive(LotId lot) {
        lock(lotNumber(lot), EXCLUSIVE);
    }

    /** Lower half of the numbers. */
    static int lotNumber(LotId lot) {
        return number("lot", Bytes.uuid(lot.value()));
    }

    /** Upper half of the numbers. */
    static int bidderNumber(byte[] bidderRef) {
        return NUMBERS / 2 + number("bidder", bidderRef);
    }

    private void lock(int number, int mode) {
        entities.unwrap(Session.class).doWork(connection -> request(connection, number, mode));
    }

    private static void request(Connection connection, int number, int mode) throws SQLException {
        try (var call = connection.prepareCall(REQUEST)) {
            call.registerOutParameter(1, Types.INTEGER);
            call.setInt(2, number);
            call.setInt(3, mode);
            call.setInt(4, WAIT_SECONDS_MAX);
            call.execute();
            int outcome = call.getInt(1);
            if (outcome != GRANTED && outcome != OWNED) {
                throw new IllegalStateException("lock " + number + " was not granted: " + outcome);
            }
        }
    }

    private static int number(String space, byte[] name) {
        int hash = ByteBuffer.wrap(Sm3.of(Bytes.ascii("qifeng lot gate " + space), name))
                .getInt();
        return Math.floorMod(hash, NUMBERS / 2);
    }
}
