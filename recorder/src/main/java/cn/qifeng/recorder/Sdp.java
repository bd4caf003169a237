package cn.qifeng.recorder;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The little that is read in descriptions of sessions (RFC 8866, RFC 8829). */
final class Sdp {

    private Sdp() {}

    /** Who makes it, and for which of its connections: the line {@code o=} without its version (RFC 8866 5.2). */
    static String origin(String sdp) {
        return sdp.lines()
                .filter(it -> it.startsWith("o="))
                .findFirst()
                .map(it -> it.split(" "))
                .filter(it -> it.length > 1)
                .map(it -> it[0] + " " + it[1])
                .orElse("?");
    }

    /** The lines of media by their names, in order. */
    static List<String> mids(String sdp) {
        return sdp.lines()
                .filter(it -> it.startsWith("a=mid:"))
                .map(it -> it.substring("a=mid:".length()))
                .toList();
    }

    /** A candidate of a browser as Janus takes it. */
    static ObjectNode trickle(long handle, JsonNode signal) {
        var request = JanusLine.request("trickle").put("handle_id", handle);
        request.putObject("candidate")
                .put("candidate", signal.path("candidate").asText())
                .put("sdpMid", signal.path("sdpMid").asText())
                .put("sdpMLineIndex", signal.path("sdpMLineIndex").asInt());
        return request;
    }
}
