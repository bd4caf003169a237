package cn.qifeng.cli.seal;

import cn.qifeng.cli.client.Api;
import cn.qifeng.cli.client.ApiFailed;
import cn.qifeng.cli.client.Login;
import cn.qifeng.cli.client.OwnFile;
import cn.qifeng.cli.proof.Receipt;
import cn.qifeng.trust.envelope.BidFile;
import cn.qifeng.trust.hash.Sm3;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.sign.SigningKey;
import cn.qifeng.trust.trustfile.TrustFile;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Base64;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Hands an envelope in (递交): frame by frame from the disk, again after a cut, then the seal; the receipt is verified and
 * saved beside the envelope before anyone is told that the bid is sealed. Running it again goes on where it stopped.
 */
public final class HandIn {

    private static final int FRAME = (1 << 20) + 16;
    private static final int ATTEMPTS_MAX = 30;
    private static final long WAIT_MS_MAX = 10_000;

    private final Api visitor;
    private final SigningKey key;
    private final TrustFile trust;
    private Api bidder;

    /** Hands in as the owner of this key. */
    public HandIn(Api visitor, SigningKey key, TrustFile trust) {
        this.visitor = visitor;
        this.key = key;
        this.trust = trust;
    }

    /** The receipt, verified with the bidder's own trust file; the one already saved when there is one. */
    public Receipt deliver(Envelope envelope) throws IOException {
        var saved = envelope.beside("receipt.json");
        if (Files.exists(saved)) {
            return verified(envelope, CanonicalJson.read(Files.readAllBytes(saved)));
        }
        bidder = persistently(() -> Login.byCertificate(visitor, key));
        var upload = upload(envelope);
        var body = CanonicalJson.object()
                .put("lotId", envelope.lot())
                .put("header", Base64.getEncoder().encodeToString(envelope.headerDer()))
                .put("signature", Base64.getEncoder().encodeToString(envelope.signature()))
                .put("ticket", ticket(envelope, upload));
        var requestKey = UUID.nameUUIDFromBytes(envelope.headerHash().getBytes(StandardCharsets.US_ASCII));
        var receipt = verified(envelope, persistently(() -> bidder.post("/api/core/seals", body, requestKey)));
        OwnFile.write(saved, CanonicalJson.encode(receipt.statement().toJson()));
        return receipt;
    }

    private Receipt verified(Envelope envelope, JsonNode receipt) {
        return Receipt.verify(receipt, trust)
                .requireFor(envelope.lot(), envelope.bidId(), envelope.headerHash(), envelope.seq());
    }

    /**
     * Sends what is missing and gives the ticket. The same envelope may be handed in from two machines: what one of them
     * ended is ended for both, and once it is sealed there is no ticket and the same seal gives the same receipt.
     */
    private String ticket(Envelope envelope, JsonNode upload) throws IOException {
        try {
            for (var file : envelope.header().files()) {
                send(envelope, upload, file);
            }
        } catch (ApiFailed failed) {
            requireEnded(failed);
        }
        var path = "/api/core/uploads/" + upload.path("id").asText() + "/ticket";
        try {
            return persistently(() -> bidder.post(path, CanonicalJson.object()))
                    .path("ticket")
                    .asText();
        } catch (ApiFailed failed) {
            requireEnded(failed);
            return "";
        }
    }

    private static void requireEnded(ApiFailed failed) {
        if (!failed.refusedBy("bidding/upload-closed")) {
            throw failed;
        }
    }

    /** The upload that was begun, or a new one; its id stands beside the envelope. */
    private JsonNode upload(Envelope envelope) throws IOException {
        var note = envelope.beside("upload.json");
        if (Files.exists(note)) {
            var id = CanonicalJson.read(Files.readAllBytes(note)).path("id").asText();
            try {
                return persistently(() -> bidder.get("/api/core/uploads/" + id));
            } catch (ApiFailed gone) {
                if (!gone.notFound()) {
                    throw gone;
                }
            }
        }
        var body = CanonicalJson.object().put("lotId", envelope.lot());
        var files = body.putArray("files");
        envelope.header()
                .files()
                .forEach(file -> files.addObject()
                        .put("n", file.n())
                        .put("length", file.length())
                        .put("frameCount", file.frameCount()));
        var opened = persistently(() -> bidder.post("/api/core/uploads", body));
        OwnFile.write(note, CanonicalJson.encode(opened));
        return opened;
    }

    private void send(Envelope envelope, JsonNode upload, BidFile file) throws IOException {
        var present = present(upload, file.n());
        try (var in = Files.newInputStream(envelope.frames(file))) {
            for (int i = 0; i < file.frameCount(); i++) {
                var frame = in.readNBytes(FRAME);
                if (!present.contains(i)) {
                    var path =
                            "/api/core/uploads/" + upload.path("id").asText() + "/files/" + file.n() + "/frames/" + i;
                    persistently(
                            () -> bidder.put(path, "application/octet-stream", frame, "X-Frame-SM3", Sm3.hex(frame)));
                }
            }
        }
    }

    private static Set<Integer> present(JsonNode upload, int n) {
        var present = new HashSet<Integer>();
        for (JsonNode file : upload.path("files")) {
            if (file.path("n").asInt() == n) {
                file.path("present").forEach(i -> present.add(i.asInt()));
            }
        }
        return present;
    }

    /** Repeats a call that was not answered, for some minutes; the same bytes each time, so nothing is done twice. */
    private <T> T persistently(Supplier<T> call) {
        for (int attempt = 1; ; attempt++) {
            try {
                return call.get();
            } catch (ApiFailed failed) {
                if (failed.loggedOut() && bidder != null && attempt < ATTEMPTS_MAX) {
                    bidder = Login.byCertificate(visitor, key);
                    continue;
                }
                if (!failed.passing() || attempt == ATTEMPTS_MAX) {
                    throw failed;
                }
                pause(Math.min(250L << attempt, WAIT_MS_MAX));
            }
        }
    }

    private static void pause(long ms) {
        try {
            Thread.sleep(ms);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
