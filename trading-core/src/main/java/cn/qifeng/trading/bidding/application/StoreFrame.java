package cn.qifeng.trading.bidding.application;

import cn.qifeng.kernel.Facts;
import cn.qifeng.kernel.Uscc;
import cn.qifeng.trading.bidding.domain.BiddingRefusal;
import cn.qifeng.trading.bidding.domain.LotKeys;
import cn.qifeng.trading.bidding.domain.ObjectStore;
import cn.qifeng.trading.bidding.domain.StoredFrame;
import cn.qifeng.trading.bidding.domain.Uploads;
import cn.qifeng.trust.envelope.EnvelopeFinding;
import cn.qifeng.trust.envelope.PlainFormat;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.InputStream;
import java.util.Optional;
import java.util.UUID;

/**
 * Takes one encrypted frame (接收密文帧). The bytes go through to the store outside any transaction; the row follows when
 * they are durable.
 */
@ApplicationScoped
public class StoreFrame {

    private final LotKeys keys;
    private final Uploads uploads;
    private final ObjectStore store;

    StoreFrame(LotKeys keys, Uploads uploads, ObjectStore store) {
        this.keys = keys;
        this.uploads = uploads;
        this.store = store;
    }

    /**
     * Stores frame {@code i} of file {@code n}; a frame that is there already with the same bytes is taken as stored.
     *
     * @param sm3 SM3 that the client announced, hex
     */
    public void store(UUID id, Uscc bidder, int n, int i, String sm3, InputStream bytes) {
        int length = QuarkusTransaction.requiringNew().call(() -> {
            var upload = LotKeyOf.upload(keys, uploads, id, bidder).upload();
            upload.requireOpen();
            return upload.layout().file(n).cipherBytes(i);
        });
        if (alreadyThere(id, n, i, sm3)) {
            return;
        }
        var stored = store.put(bytes, length);
        try {
            requireAnnounced(stored, length, sm3, i);
            var frame = new StoredFrame(n, i, stored.id(), stored.sm3(), length);
            QuarkusTransaction.requiringNew().run(() -> uploads.addFrame(id, frame));
        } catch (RuntimeException refused) {
            store.delete(stored.id());
            if (!alreadyThere(id, n, i, sm3)) {
                throw refused;
            }
        }
    }

    private boolean alreadyThere(UUID id, int n, int i, String sm3) {
        Optional<StoredFrame> there = QuarkusTransaction.requiringNew().call(() -> uploads.frame(id, n, i));
        if (there.isPresent() && !there.get().sm3().equals(sm3)) {
            throw BiddingRefusal.FRAME_TAKEN.with(
                    Facts.field("X-Frame-SM3", sm3, there.get().sm3()).map());
        }
        return there.isPresent();
    }

    private static void requireAnnounced(ObjectStore.Stored stored, int length, String sm3, int i) {
        if (stored.length() != length) {
            throw BiddingRefusal.FRAME_LENGTH.with(
                    Facts.field("frame", stored.length(), length).map());
        }
        if (!stored.sm3().equals(sm3)) {
            throw BiddingRefusal.FRAME_DIFFERS.with(
                    Facts.field("X-Frame-SM3", stored.sm3(), sm3).map());
        }
        if (i == 0) {
            PlainFormat.of(stored.start()).ifPresent(format -> {
                throw EnvelopeFinding.NOT_ENCRYPTED.at("frame", format, "SM4-GCM");
            });
        }
    }
}
