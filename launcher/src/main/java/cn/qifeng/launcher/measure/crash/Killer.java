package cn.qifeng.launcher.measure.crash;

import cn.qifeng.launcher.measure.OwnPlatform;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/** Kills one part of the platform with SIGKILL; the launcher starts it again, as it would after any death. */
final class Killer {

    private static final Duration READY_MAX = Duration.ofMinutes(4);
    private static final int POSTGRESQL_PERCENT = 45;
    private static final int BOND_PERCENT = 15;

    /** A part that can die by itself. */
    enum Victim {
        /** The database with all its processes. */
        POSTGRESQL(OwnPlatform.POSTGRESQL),
        /** The service that takes and opens bids. */
        TRADING_CORE("trading-core"),
        /** The service of bonds, without which bidding goes on. */
        GUARANTEE_BOND("guarantee-bond");

        private final String part;

        Victim(String part) {
            this.part = part;
        }
    }

    private final OwnPlatform platform;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    Killer(OwnPlatform platform) {
        this.platform = platform;
    }

    /** Draws who dies next. */
    static Victim draw(Random random) {
        int drawn = random.nextInt(100);
        if (drawn < POSTGRESQL_PERCENT) {
            return Victim.POSTGRESQL;
        }
        return drawn < 100 - BOND_PERCENT ? Victim.TRADING_CORE : Victim.GUARANTEE_BOND;
    }

    /** Kills it; returns how many processes died by that. */
    int kill(Victim victim) throws InterruptedException {
        return platform.kill(victim.part);
    }

    /** Waits until trading-core answers with its database behind it. */
    void awaitCore() throws IOException, InterruptedException {
        awaitReady("trading-core");
    }

    /** Waits until guarantee-bond answers with its database behind it. */
    void awaitBond() throws IOException, InterruptedException {
        awaitReady("guarantee-bond");
    }

    private void awaitReady(String service) throws IOException, InterruptedException {
        var address =
                URI.create("http://127.0.0.1:" + platform.settings(service).getProperty("quarkus.http.port"));
        var request = HttpRequest.newBuilder(address.resolve("/q/health/ready"))
                .timeout(Duration.ofSeconds(5))
                .build();
        long until = System.nanoTime() + READY_MAX.toNanos();
        while (!platform.living(service) || !platform.living(OwnPlatform.POSTGRESQL) || !ready(request)) {
            if (System.nanoTime() > until) {
                throw new IOException(service + " did not come back within " + READY_MAX.toMinutes() + " minutes");
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    private boolean ready(HttpRequest request) throws InterruptedException {
        try {
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException dead) {
            return false;
        }
    }
}
