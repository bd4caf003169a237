package cn.qifeng.launcher.measure.opening;

import cn.qifeng.launcher.demo.StagedTender;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** One hall that is open on a page: told of each change, it asks for the view, as the page does. */
public final class HallWatch implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private final StagedTender tender;
    private final LinkedBlockingQueue<String> told = new LinkedBlockingQueue<>();
    private WebSocket socket;

    private HallWatch(StagedTender tender) {
        this.tender = tender;
    }

    /** Opens the hall of this lot. */
    public static HallWatch open(URI address, StagedTender tender) {
        var watch = new HallWatch(tender);
        var live = URI.create("ws://" + address.getAuthority() + "/api/core/live/lots/" + tender.lot());
        watch.socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(live, watch.new Listener())
                .join();
        return watch;
    }

    /** The view with the prices, once it is shown; throws when it is not within a quarter of an hour. */
    public JsonNode reveal() throws IOException, InterruptedException {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < until) {
            if (told.poll(1, TimeUnit.SECONDS) != null) {
                var view = tender.hall();
                if (view.has("results")) {
                    return view;
                }
            }
        }
        throw new IOException("no prices were shown");
    }

    @Override
    public void close() {
        socket.abort();
    }

    private final class Listener implements WebSocket.Listener {

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            told.add(data.toString());
            from.request(1);
            return null;
        }
    }
}
