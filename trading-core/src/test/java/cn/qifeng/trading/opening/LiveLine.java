package cn.qifeng.trading.opening;

import static org.assertj.core.api.Assertions.assertThat;

import cn.qifeng.trading.tender.domain.PublishedLot;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** The line on which a hall is told of changes, as a page holds it. */
final class LiveLine implements WebSocket.Listener {

    private static final int SECONDS_MAX = 20;

    private final LinkedBlockingQueue<Long> versions = new LinkedBlockingQueue<>();
    private final PublishedLot lot;
    private WebSocket socket;

    private LiveLine(PublishedLot lot) {
        this.lot = lot;
    }

    static LiveLine open(PublishedLot lot) {
        var line = new LiveLine(lot);
        line.socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(URI.create("ws://localhost:" + RestAssured.port + "/api/core/live/lots/" + lot.lot()), line)
                .join();
        return line;
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        versions.add(JsonPath.from(data.toString()).getLong("version"));
        from.request(1);
        return null;
    }

    /** The next version that is told. */
    long version() {
        try {
            var version = versions.poll(SECONDS_MAX, TimeUnit.SECONDS);
            assertThat(version).as("a version within %s s", SECONDS_MAX).isNotNull();
            return version;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Until this version or a later one was told. */
    void awaitVersion(long wanted) {
        while (version() < wanted) {
            // a former change
        }
    }

    /** Until a change was told after which the hall is as wanted. */
    void await(Predicate<JsonPath> wanted) {
        while (!wanted.test(OpeningsAtOnceTest.hall(lot))) {
            version();
        }
    }

    void close() {
        socket.abort();
    }
}
