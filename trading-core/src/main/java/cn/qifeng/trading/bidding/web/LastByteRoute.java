package cn.qifeng.trading.bidding.web;

import cn.qifeng.kernel.Facts;
import cn.qifeng.kit.web.Problem;
import cn.qifeng.trading.bidding.application.SealsUnderWay;
import cn.qifeng.trading.bidding.application.SealsUnderWay.Entry;
import cn.qifeng.trading.bidding.domain.BiddingRefusal;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;

/**
 * Reads seals and withdrawals to the last byte on the event loop (读取末字节), before anything else is done with them: a slow
 * body holds no thread, and the moment of the last byte does not depend on how many requests wait. Only the token is
 * looked at before: without one no body is read, and one person's bodies have a bound together. A few at a time go on
 * from here, in the order of their last bytes: with hundreds of threads at work on them the one that reads would starve.
 */
@ApplicationScoped
class LastByteRoute {

    private static final String KEY = LastByteRoute.class.getName();
    private static final String ADMITTED = KEY + ".admitted";

    private static final int UNAUTHORIZED = 401;

    /** Behind the verification of the token, before everything else. */
    private static final int BEHIND_AUTHENTICATION = -150;

    private static final int AT_ONCE_MAX = 32;

    /** Above what the resource itself takes, so that it refuses with its own code; beyond this the answer is a bare 413. */
    private static final int BYTES_MAX = 256 * 1024;

    private final SealsUnderWay underWay;
    private final WaitingBodies bodies = new WaitingBodies();
    private final Queue<Reading> waiting = new ArrayDeque<>();
    private int atWork;

    LastByteRoute(SealsUnderWay underWay) {
        this.underWay = underWay;
    }

    void register(@Observes Router router) {
        for (String path : new String[] {"/api/core/seals", "/api/core/withdrawals"}) {
            var body = BodyHandler.create(false).setBodyLimit(BYTES_MAX);
            router.post(path)
                    .order(BEHIND_AUTHENTICATION)
                    .handler(http -> admit(http, body))
                    .handler(this::read);
        }
    }

    /** A body is read when its owner is known and has not too many; else the request is refused unread. */
    private void admit(RoutingContext http, BodyHandler body) {
        var person = person(http);
        if (person.isEmpty()) {
            refuse(http);
            return;
        }
        int bytes = announced(http);
        if (!bodies.admit(person.get(), bytes)) {
            http.next();
            return;
        }
        http.put(ADMITTED, true);
        http.addEndHandler(ended -> bodies.release(person.get(), bytes));
        body.handle(http);
    }

    private static void refuse(RoutingContext http) {
        http.response()
                .setStatusCode(UNAUTHORIZED)
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .end(new JsonObject(Problem.body(UNAUTHORIZED, "access/not-logged-in", "", Map.of())).encode());
    }

    /** Whom the token names. */
    private static Optional<String> person(RoutingContext http) {
        return http.user() instanceof QuarkusHttpUser user
                        && !user.getSecurityIdentity().isAnonymous()
                ? Optional.of(user.getSecurityIdentity().getPrincipal().getName())
                : Optional.empty();
    }

    /** As long as its head says, and else as long as it may be. */
    private static int announced(RoutingContext http) {
        try {
            long length = Long.parseLong(http.request().getHeader(HttpHeaders.CONTENT_LENGTH));
            return (int) Math.max(0, Math.min(length, BYTES_MAX));
        } catch (NumberFormatException none) {
            return BYTES_MAX;
        }
    }

    private void read(RoutingContext http) {
        if (http.get(ADMITTED) == null) {
            http.next();
            return;
        }
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

    /**
     * Takes the request over: from now on the caller closes it. Refuses with {@link BiddingRefusal#TOO_MUCH_AT_ONCE} one
     * whose body was not read.
     */
    Entry take(RoutingContext http) {
        Reading reading = http.get(KEY);
        if (reading == null) {
            throw BiddingRefusal.TOO_MUCH_AT_ONCE.with(Facts.field(
                            "Content-Length",
                            announced(http),
                            "at most " + WaitingBodies.BYTES_MAX + " with all that wait")
                    .map());
        }
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
