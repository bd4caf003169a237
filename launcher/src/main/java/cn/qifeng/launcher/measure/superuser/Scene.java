package cn.qifeng.launcher.measure.superuser;

import cn.qifeng.launcher.demo.StagedTender;
import cn.qifeng.launcher.measure.bidder.BidderClient;
import cn.qifeng.launcher.measure.bidder.SmallBid;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** Two running tenders with bids: live, replaced and withdrawn ones, each with the row that it was seen to become. */
final class Scene {

    /** Prices that nothing else on a platform looks like. */
    static final long PRICE_FEN = 73_191_919_173L;

    /** What the files of the bids say and are called. */
    static final String MARKER = "superuser-canary-4c1f0e77";

    private static final int TWO_FRAMES = 1_200_000;

    private final Breach breach;
    private final StagedTender tender;
    private final List<StagedTender.Company> companies;
    private final List<SmallBid> bids = new ArrayList<>();

    /** A stored bid: id of its row, and of the upload with its frames. */
    record Row(String id, String upload) {

        String where() {
            return "id = '" + id + "'";
        }

        String named() {
            return "BID bid " + id;
        }

        String frame(int n, int i) {
            return "FRAME bid " + id + " frame " + n + "/" + i;
        }

        String frames() {
            return "FRAME bid " + id + " frame";
        }

        String at(int n, int i) {
            return "upload = '" + upload + "' and n = " + n + " and i = " + i;
        }
    }

    Scene(Breach breach, StagedTender tender, List<StagedTender.Company> companies) {
        this.breach = breach;
        this.tender = tender;
        this.companies = companies;
    }

    /** The tender. */
    StagedTender tender() {
        return tender;
    }

    /** Everything that was sealed here. */
    List<SmallBid> bids() {
        return bids;
    }

    /** Seals a bid of the company with this number, from 0, and finds its row. */
    Row seal(int company, SmallBid former) throws SQLException {
        var client = new BidderClient(tender.visitor(), companies.get(company));
        var before = new HashSet<>(breach.texts("select id from bid"));
        var uploads = new HashSet<>(breach.texts("select id from upload"));
        var content = MARKER.repeat(TWO_FRAMES / MARKER.length()).getBytes(StandardCharsets.UTF_8);
        var bid = SmallBid.seal(
                tender.publication(),
                client.company().key(),
                former,
                PRICE_FEN + bids.size(),
                List.of(new SmallBid.NamedFile(MARKER + ".bin", content)));
        var ticket = client.upload(tender.lot(), bid);
        client.call(it -> it.post("/api/core/seals", BidderClient.seal(tender.lot(), bid, ticket)));
        bids.add(bid);
        return new Row(added("bid", before), added("upload", uploads));
    }

    private String added(String table, HashSet<String> before) throws SQLException {
        return breach.texts("select id from " + table).stream()
                .filter(id -> !before.contains(id))
                .findFirst()
                .orElseThrow();
    }

    /** The company with this number takes this bid back. */
    void withdraw(int company, SmallBid bid) {
        var client = new BidderClient(tender.visitor(), companies.get(company));
        var doc = StagedTender.doc("bid-withdrawal")
                .put("tender", tender.tender())
                .put("lot", tender.lot())
                .put("bidId", bid.bidId())
                .put("headerHash", bid.headerHash())
                .put("seq", bid.seq());
        var statement = tender.sign(client.company().key(), doc);
        client.call(it -> it.post("/api/core/withdrawals", statement));
    }
}
