package cn.qifeng.trading.opening;

import cn.qifeng.trading.bidding.application.LotKeySets;
import cn.qifeng.trading.clock.application.DueActs;
import cn.qifeng.trading.party.application.Directory;
import cn.qifeng.trading.tender.domain.PublishedLot;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;

/** Bids that are really sealed, with the rows that they become. */
@ApplicationScoped
public class TestSeals {

    private final TestLots lots;
    private final LotKeySets keySets;
    private final Directory directory;
    private final DueActs dueActs;
    private final DataSource database;

    TestSeals(TestLots lots, LotKeySets keySets, Directory directory, DueActs dueActs, DataSource database) {
        this.lots = lots;
        this.keySets = keySets;
        this.directory = directory;
        this.dueActs = dueActs;
        this.database = database;
    }

    /** A lot of its own that takes bids for three weeks. */
    public PublishedLot lot() {
        var lot = lots.publish(Duration.ofDays(21));
        dueActs.runRound();
        return lot;
    }

    /** Seals a bid of this account and gives the id of its row, under which the log keeps its receipt. */
    public UUID seal(PublishedLot lot, String account, long priceFen) {
        var before = rows();
        var bidder = TestPerson.of(directory, account);
        var client = new BidderClient(bidder, lot);
        var bid = TestBid.seal(lot, keySets.of(lot), bidder.key(), TestBid.newBidId(), null, priceFen, 3000);
        client.seal(bid, client.upload(bid)).statusCode(200);
        var rows = rows();
        rows.removeAll(before);
        return rows.iterator().next();
    }

    /** Content hash of the receipt of such a row in the log, hex. */
    public String receiptHash(UUID row) {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement("select content_hash from log_content where id = ?")) {
            query.setString(1, row.toString());
            try (var rows = query.executeQuery()) {
                rows.next();
                return rows.getString(1);
            }
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private Set<UUID> rows() {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select id from bid")) {
            var ids = new HashSet<UUID>();
            while (rows.next()) {
                ids.add(rows.getObject(1, UUID.class));
            }
            return ids;
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
