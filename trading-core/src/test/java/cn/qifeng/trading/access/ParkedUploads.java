package cn.qifeng.trading.access;

import cn.qifeng.testkit.access.Request;
import cn.qifeng.trading.bidding.domain.FileLayout;
import cn.qifeng.trading.bidding.domain.LotKeys;
import cn.qifeng.trading.bidding.domain.ObjectStore;
import cn.qifeng.trading.bidding.domain.StoredFrame;
import cn.qifeng.trading.bidding.domain.Upload;
import cn.qifeng.trading.bidding.domain.UploadLayout;
import cn.qifeng.trading.bidding.domain.Uploads;
import cn.qifeng.trading.opening.TestPerson;
import cn.qifeng.trust.hash.Sm3;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Puts uploads straight into a state: two empty files of one frame each. */
@ApplicationScoped
class ParkedUploads {

    static final List<String> PHASES = List.of("UPLOADING", "TICKETED", "USED");

    private static final byte[] FRAME = {7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7};

    private final Uploads uploads;
    private final ObjectStore store;
    private final LotKeys keys;
    private final ParkedLots lots;
    private final Cast cast;

    ParkedUploads(Uploads uploads, ObjectStore store, LotKeys keys, ParkedLots lots, Cast cast) {
        this.uploads = uploads;
        this.store = store;
        this.keys = keys;
        this.lots = lots;
        this.cast = cast;
    }

    /** What this bidder asks of an upload in this phase; those that are not its own are another bidder's. */
    Request request(String endpoint, TestPerson who, String phase, boolean own) {
        var upload = park(phase, own);
        var path = endpoint.split(" ")[1]
                .replace("{id}", upload.toString())
                .replace("{n}", "1")
                .replace("{i}", "0");
        return Request.to(path, who.token())
                .with(endpoint.startsWith("PUT") ? FRAME : new byte[0])
                .with(Map.of("X-Frame-SM3", Sm3.hex(FRAME)));
    }

    private UUID park(String phase, boolean own) {
        var lot = lots.park(LotPhase.BIDDING, own).lot();
        var key = keys.make(lot);
        var layout = new UploadLayout(List.of(new FileLayout(1, 0, 1), new FileLayout(2, 0, 1)));
        var bidder = cast.uscc(own ? "bidder1" : "bidder2");
        var upload = new Upload(UUID.randomUUID(), lot, bidder, layout, state(phase));
        QuarkusTransaction.requiringNew().run(() -> {
            uploads.add(key, upload);
            if (phase.equals("USED")) {
                addFrame(upload, 1);
                addFrame(upload, 2);
            }
        });
        return upload.id();
    }

    private void addFrame(Upload upload, int n) {
        var stored = store.put(new ByteArrayInputStream(FRAME), FRAME.length);
        uploads.addFrame(upload.id(), new StoredFrame(n, 0, stored.id(), stored.sm3(), FRAME.length));
    }

    private static Upload.State state(String phase) {
        return switch (phase) {
            case "UPLOADING", "any" -> Upload.State.OPEN;
            case "TICKETED" -> Upload.State.TICKETED;
            default -> Upload.State.SEALED;
        };
    }
}
