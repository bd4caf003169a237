package cn.qifeng.launcher.measure.deadline;

import cn.qifeng.launcher.measure.bidder.BidderClient;
import cn.qifeng.trust.json.CanonicalJson;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** One seal aimed at a moment: its bytes, when its last byte is to leave, and what became of it. */
final class Shot {

    final Field.Ready ready;
    final UUID key;
    final int node;

    /** When its last byte is to leave, by {@link System#nanoTime()}. */
    final long aimNanos;

    /** For how long before that its body dribbles; 0 when it leaves in one piece. */
    final long slowNanos;

    /** The shot that it repeats, or {@code null}. */
    final Shot original;

    volatile long sentNanos;
    volatile long answeredNanos;
    volatile int status;
    volatile String answer = "";

    Shot(Field.Ready ready, UUID key, int node, long aimNanos, long slowNanos, Shot original) {
        this.ready = ready;
        this.key = key;
        this.node = node;
        this.aimNanos = aimNanos;
        this.slowNanos = slowNanos;
        this.original = original;
    }

    /** The whole request; the connection ends with its answer. */
    ByteBuffer request(URI address, String lot) {
        var body = CanonicalJson.encode(BidderClient.seal(lot, ready.bid(), ready.ticket()));
        var head = ("POST /api/core/seals HTTP/1.1\r\nHost: %s\r\nAuthorization: Bearer %s\r\nIdempotency-Key: %s\r\n"
                        + "Content-Type: application/json\r\nConnection: close\r\nContent-Length: %d\r\n\r\n")
                .formatted(address.getAuthority(), ready.client().token(), key, body.length)
                .getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(head.length + body.length)
                .put(head)
                .put(body)
                .flip();
    }

    /** Reads the answer from the whole of what came back; what is no HTTP answer counts as none. */
    void answered(byte[] bytes, long nanos) {
        var text = new String(bytes, StandardCharsets.UTF_8);
        int end = text.indexOf("\r\n\r\n");
        if (text.startsWith("HTTP/1.1 ") && end > 0) {
            answeredNanos = nanos;
            answer = text.substring(end + 4);
            status = Integer.parseInt(text.substring(9, 12));
        }
    }

    /** Whether the platform took it or turned it down. */
    boolean decided() {
        return accepted() || status == 409;
    }

    boolean accepted() {
        return status == 200;
    }
}
