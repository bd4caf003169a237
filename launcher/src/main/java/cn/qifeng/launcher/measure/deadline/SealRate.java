package cn.qifeng.launcher.measure.deadline;

import cn.qifeng.cli.client.Api;
import cn.qifeng.launcher.measure.bidder.BidderClient;
import cn.qifeng.trust.json.CanonicalJson;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;

/**
 * Seals, and plain inserts of one row, sent by the same clients to the same service: several at a time, each client
 * waiting for its answer. The plain insert is the challenge for a log-in: one new row in one transaction, and nothing else.
 */
final class SealRate {

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI core;
    private final String lot;
    private final int clients;

    /** With so many clients at a time, to trading-core at {@code core} itself. */
    SealRate(URI core, String lot, int clients) {
        this.core = core;
        this.lot = lot;
        this.clients = clients;
    }

    /** A logged-in client of the service itself, for one company. */
    BidderClient direct(BidderClient client) {
        return new BidderClient(new Api(http, core), client.company());
    }

    /** Seconds for these seals; each client sends its own envelopes one after the other. */
    double seals(List<List<Field.Ready>> rows) throws Exception {
        var tasks = new ArrayList<Callable<Integer>>();
        for (var row : rows) {
            tasks.add(() -> {
                for (var ready : row) {
                    var body = BidderClient.seal(lot, ready.bid(), ready.ticket());
                    ready.client().call(it -> it.post("/api/core/seals", body, UUID.randomUUID()));
                }
                return row.size();
            });
        }
        return seconds(tasks);
    }

    /** Seconds for so many inserts of each of these clients. */
    double inserts(List<BidderClient> senders, int each) throws Exception {
        var tasks = new ArrayList<Callable<Integer>>();
        for (var sender : senders) {
            tasks.add(() -> {
                for (int i = 0; i < each; i++) {
                    sender.call(it -> it.post("/api/core/sessions/challenges", CanonicalJson.object()));
                }
                return each;
            });
        }
        return seconds(tasks);
    }

    private double seconds(List<Callable<Integer>> tasks) throws Exception {
        long began = System.nanoTime();
        Field.all(tasks, clients);
        return (System.nanoTime() - began) / 1e9;
    }
}
