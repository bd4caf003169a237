package cn.qifeng.launcher.measure.deadline;

import cn.qifeng.launcher.demo.StagedTender;
import cn.qifeng.launcher.measure.bidder.BidderClient;
import cn.qifeng.launcher.measure.bidder.SmallBid;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/** Companies with sealed and uploaded envelopes: all that is left to do is the seal, one small request each. */
final class Field {

    private static final long PRICE_FEN = 1_000_000_000L;

    /** An envelope whose frames are uploaded. */
    record Ready(BidderClient client, SmallBid bid, String ticket) {}

    private Field() {}

    /** Registers companies, numbered from {@code from}; their clients are not logged in yet. */
    static List<BidderClient> companies(StagedTender tender, int from, int count, int threads) throws Exception {
        var tasks = new ArrayList<Callable<BidderClient>>();
        for (int i = 0; i < count; i++) {
            int number = from + i;
            tasks.add(() -> new BidderClient(tender.visitor(), tender.company(number)));
        }
        return all(tasks, threads);
    }

    /** So many envelopes of each client in a row, each the replacement of the one before, uploaded with so many threads. */
    static List<List<Ready>> prepare(StagedTender tender, List<BidderClient> clients, int each, int threads)
            throws Exception {
        var tasks = new ArrayList<Callable<List<Ready>>>();
        for (var client : clients) {
            tasks.add(() -> envelopes(tender, client, each));
        }
        return all(tasks, threads);
    }

    private static List<Ready> envelopes(StagedTender tender, BidderClient client, int each) {
        var made = new ArrayList<Ready>();
        SmallBid former = null;
        for (int i = 0; i < each; i++) {
            former = SmallBid.seal(tender.publication(), client.company().key(), former, PRICE_FEN + i);
            made.add(new Ready(client, former, client.upload(tender.lot(), former)));
        }
        return made;
    }

    /** Runs everything with so many threads, and gives the results in order; the first failure ends it. */
    static <T> List<T> all(List<Callable<T>> tasks, int threads) throws Exception {
        var pool = Executors.newFixedThreadPool(threads);
        try {
            var results = new ArrayList<T>();
            for (var task : pool.invokeAll(tasks)) {
                results.add(task.get());
            }
            return results;
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof Exception why ? why : failed;
        } finally {
            pool.shutdownNow();
        }
    }
}
