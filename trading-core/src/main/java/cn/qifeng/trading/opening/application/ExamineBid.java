package cn.qifeng.trading.opening.application;

import cn.qifeng.kernel.Refused;
import cn.qifeng.trading.bidding.application.BidFrames;
import cn.qifeng.trading.bidding.domain.Sealing;
import cn.qifeng.trading.opening.domain.BidOpening.Unsealing;
import cn.qifeng.trading.opening.domain.OpenedBid;
import cn.qifeng.trading.opening.domain.Press;
import cn.qifeng.trust.envelope.BidDocument;
import cn.qifeng.trust.envelope.BidFile;
import cn.qifeng.trust.envelope.BidOpener;
import cn.qifeng.trust.envelope.BidOpening;
import cn.qifeng.trust.envelope.EnvelopeFinding;
import cn.qifeng.trust.gcrypt.Gcrypt;
import cn.qifeng.trust.hash.Hex;
import cn.qifeng.trust.keyset.KeySet;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Opens one envelope with the trustees' shares and checks all of it (docs/bid-envelope.md section 6). */
@ApplicationScoped
class ExamineBid {

    /** {@code bid.json} is a few hundred bytes; more is not read into memory. */
    private static final int BID_BYTES_MAX = 64 * 1024;

    private final BidOpener opener = new BidOpener(Gcrypt.fastest());
    private final BidFrames frames;

    ExamineBid(BidFrames frames) {
        this.frames = frames;
    }

    /** The envelope opened with the shares at hand, or the finding against it. */
    BidOpening open(Unsealing unsealing, KeySet set, Sealing sealing) {
        Map<String, Optional<byte[]>> answers = new HashMap<>();
        for (Press press : unsealing.presses()) {
            answers.put(
                    press.trustee(),
                    Optional.ofNullable(press.shares().get(sealing.bidId())).map(Hex::decode));
        }
        return opener.open(LiveBids.header(unsealing.checkpoint(), sealing), set, answers);
    }

    /** Everything that the opening tells of this bid; every frame of every file is verified. */
    OpenedBid examine(Unsealing unsealing, KeySet set, Sealing sealing) {
        var opening = open(unsealing, set, sealing);
        if (opening instanceof BidOpening.Invalid invalid) {
            return OpenedBid.invalid(sealing.bidId(), invalid.finding().code());
        }
        if (!(opening instanceof BidOpening.Opened opened)) {
            throw new IllegalStateException("bid " + sealing.bidId() + " still waits for shares");
        }
        try {
            for (int n = 2; n <= opened.header().files().size(); n++) {
                decrypt(opened, sealing, n, OutputStream.nullOutputStream());
            }
            var bid = BidDocument.decode(bidDocument(opened, sealing));
            return OpenedBid.opened(
                    sealing.bidId(), bid.toDoc(), Hex.encode(opened.keys().fileKey(1)));
        } catch (Refused refused) {
            var code = refused.code() instanceof EnvelopeFinding ? refused.code() : EnvelopeFinding.MALFORMED;
            return OpenedBid.invalid(sealing.bidId(), code.code());
        }
    }

    /** Decrypts file {@code n} on the way to {@code plain}; each frame only after its tag was verified. */
    void decrypt(BidOpening.Opened opened, Sealing sealing, int n, OutputStream plain) {
        try (var stored = frames.of(sealing, n)) {
            opener.decrypt(opened, n, stored, plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] bidDocument(BidOpening.Opened opened, Sealing sealing) {
        BidFile file = opened.header().file(1);
        if (file.length() > BID_BYTES_MAX) {
            throw EnvelopeFinding.MALFORMED.at("files[0].length", file.length(), "at most " + BID_BYTES_MAX);
        }
        var plain = new ByteArrayOutputStream();
        decrypt(opened, sealing, 1, plain);
        return plain.toByteArray();
    }
}
