package cn.qifeng.recorder;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The line on which one browser sees what another one publishes (订阅者); nothing goes back on it. */
final class JanusSubscriber {

    private final String viewer;
    private final JanusPublisher seen;
    private final JanusContext context;
    private final Set<String> mids = new HashSet<>();
    private final List<JsonNode> early = new ArrayList<>();
    private long handle;
    private boolean ended;

    /** Begins to subscribe; the offer goes to the viewer's browser. */
    JanusSubscriber(String viewer, JanusPublisher seen, JanusContext context) {
        this.viewer = viewer;
        this.seen = seen;
        this.context = context;
        this.mids.addAll(seen.mids());
        context.then(context.line().attach(), this::attached);
    }

    boolean isOf(JanusPublisher publisher) {
        return seen == publisher;
    }

    private void attached(long given) {
        handle = given;
        if (ended) {
            end();
            return;
        }
        var body = JanusLine.body("join")
                .put("room", context.room())
                .put("pin", context.pin())
                .put("ptype", "subscriber");
        body.putArray("streams").addObject().put("feed", seen.feed());
        offer(body);
        early.forEach(this::take);
        early.clear();
    }

    /** The publisher sends more than this line carries. */
    void more() {
        var fresh = seen.mids().stream().filter(mids::add).toList();
        if (handle != 0 && !fresh.isEmpty()) {
            var body = JanusLine.body("subscribe");
            var streams = body.putArray("streams");
            fresh.forEach(it -> streams.addObject().put("feed", seen.feed()).put("mid", it));
            offer(body);
        }
    }

    private void offer(ObjectNode body) {
        context.then(context.line().ask(JanusLine.message(handle, body, null, null)), answer -> {
            var jsep = answer.path("jsep");
            if (!ended && jsep.has("sdp")) {
                var offer = Line.of("kind", "offer")
                        .put("from", seen.participant())
                        .put("sdp", jsep.path("sdp").asText());
                var tracks = offer.putObject("tracks");
                for (JsonNode stream : answer.path("plugindata").path("data").path("streams")) {
                    var mid = stream.path("feed_mid").asText();
                    tracks.put(stream.path("mid").asText(), seen.role(mid));
                }
                Line.signal(viewer, offer);
            }
        });
    }

    void take(JsonNode signal) {
        if (handle == 0) {
            early.add(signal);
        } else if (signal.path("kind").asText().equals("answer")) {
            var sdp = signal.path("sdp").asText();
            context.then(
                    context.line().ask(JanusLine.message(handle, JanusLine.body("start"), "answer", sdp)), it -> {});
        } else {
            context.line().tell(Sdp.trickle(handle, signal));
        }
    }

    void end() {
        ended = true;
        if (handle != 0) {
            context.line().detach(handle);
        }
    }
}
