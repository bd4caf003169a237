package cn.qifeng.launcher.measure.deadline;

import cn.qifeng.launcher.measure.OwnPlatform;
import cn.qifeng.launcher.measure.TradingCoreProcess;
import cn.qifeng.launcher.up.Ports;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A second instance of trading-core on the database and the folder of the first, with the same keys. */
final class SecondNode implements AutoCloseable {

    private static final Duration READY_MAX = Duration.ofMinutes(4);

    private final Process process;
    private final URI address;

    private SecondNode(Process process, URI address) {
        this.process = process;
        this.address = address;
    }

    /** Starts it and returns when it is ready. */
    static SecondNode start(OwnPlatform platform) throws IOException, InterruptedException {
        int port = Ports.anyFree();
        var settings = platform.settings("trading-core");
        settings.setProperty("quarkus.http.port", String.valueOf(port));
        var process = TradingCoreProcess.start(
                settings,
                platform.data().resolve("config").resolve("trading-core-2.properties"),
                platform.data().resolve("logs").resolve("trading-core-2.log"));
        var node = new SecondNode(process, URI.create("http://127.0.0.1:" + port));
        node.awaitReady();
        return node;
    }

    private void awaitReady() throws IOException, InterruptedException {
        var http = HttpClient.newHttpClient();
        var request = HttpRequest.newBuilder(address.resolve("/q/health/ready"))
                .timeout(Duration.ofSeconds(5))
                .build();
        long until = System.nanoTime() + READY_MAX.toNanos();
        while (process.isAlive() && System.nanoTime() < until) {
            try {
                if (http.send(request, BodyHandlers.discarding()).statusCode() == 200) {
                    return;
                }
            } catch (IOException notYet) {
                // it is starting
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        close();
        throw new IOException("the second instance did not start");
    }

    /** Where it listens. */
    URI address() {
        return address;
    }

    /** Its process id. */
    long pid() {
        return process.pid();
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
