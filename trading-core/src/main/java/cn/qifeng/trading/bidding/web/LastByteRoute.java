package cn.qifeng.trading.bidding.web;

import cn.qifeng.trading.bidding.application.SealsUnderWay;
import cn.qifeng.trading.bidding.application.SealsUnderWay.Entry;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

/**
 * Reads seals and withdrawals to the last byte on the event loop (读取末字节), before anything else is done with them: a slow
 * body holds no thread, and the moment of the last byte does not depend on how many requests wait. A few at a time go on
 * from here, in the order of their last bytes: with hundreds of threads at work on them the one that reads would starve.
 */
@ApplicationScoped
class LastByteRoute {

    private static final String KEY = LastByteRoute.class.getName();
    private static final int FIRST = -1000;
    private static final int AT_ONCE_MAX = 8;

    /** Above what the resource itself takes, so that it refuses with its own code; beyond this the answer is a bare 413. */
    private static final int BYTES_MAX = 256 * 1024;

    private final SealsUnderWay underWay;
    private final Queue<Reading> waiting = new ArrayDeque<>();
    private int atWork;

    LastByteRoute(SealsUnderWay underWay) {
        this.underWay = underWay;
    }

    void register(@Observes Router router) {
        for (String path : new String[] {"/api/core/seals", "/api/core/withdrawals"}) {
            router.post(path)
                    .order(FIRST)
                    .handler(BodyHandler.create(false).setBodyLimit(BYTES_MAX))
                    .handler(this::read);
        }
    }

    private void read(RoutingContext http) {
        var reading = new Reading(underWay.begin(), http, Vertx.currentContext());
        http.put(KEY, reading);
        http.addEndHandler(ended -> ended(reading));
        synchronized (this) {
            waiting.add(reading);
        }
        letIn();
    }

    private void letIn() {
        next().forEach(reading -> reading.thread.runOnContext(go -> reading.http.next()));
    }

    private synchronized List<Reading> next() {
        var next = new ArrayList<Reading>();
        while (atWork < AT_ONCE_MAX && !waiting.isEmpty()) {
            var reading = waiting.remove();
            reading.letIn = true;
            atWork++;
            next.add(reading);
        }
        return next;
    }

    private void ended(Reading reading) {
        synchronized (this) {
            if (reading.letIn) {
                atWork--;
            } else {
                waiting.remove(reading);
            }
            if (!reading.taken) {
                reading.entry.close();
            }
        }
        letIn();
    }

    /** Takes the request over: from now on the caller closes it. */
    Entry take(RoutingContext http) {
        Reading reading = http.get(KEY);
        synchronized (this) {
            reading.taken = true;
            return reading.entry;
        }
    }

    /** A request that was read: it waits, is let in, is taken over by a resource, or ends before one came to it. */
    private static final class Reading {

        private final Entry entry;
        private final RoutingContext http;
        private final Context thread;
        private boolean letIn;
        private boolean taken;

        Reading(Entry entry, RoutingContext http, Context thread) {
            this.entry = entry;
            this.http = http;
            this.thread = thread;
        }
    }
}
