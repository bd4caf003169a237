package cn.qifeng.trading.opening.application;

import cn.qifeng.kernel.ByteRange;
import cn.qifeng.trading.bidding.application.BidFrames;
import cn.qifeng.trading.bidding.domain.Sealing;
import cn.qifeng.trading.opening.domain.BidOpening.Unsealing;
import cn.qifeng.trading.opening.domain.Press;
import cn.qifeng.trust.envelope.BidOpener;
import cn.qifeng.trust.envelope.BidOpening;
import cn.qifeng.trust.envelope.Frames;
import cn.qifeng.trust.gcrypt.Gcrypt;
import cn.qifeng.trust.hash.Hex;
import cn.qifeng.trust.keyset.KeySet;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Opens one envelope with the trustees' shares and checks key and wraps (docs/bid-envelope.md section 6). */
@ApplicationScoped
class ExamineBid {

    private final BidOpener opener = new BidOpener(Gcrypt.fastest());
    private final BidFrames frames;
    private final LiveBids liveBids;

    ExamineBid(BidFrames frames, LiveBids liveBids) {
        this.frames = frames;
        this.liveBids = liveBids;
    }

    /** The envelope opened with the shares that this set gave, or the finding against it. */
    BidOpening open(Unsealing unsealing, KeySet set, Sealing sealing) {
        Map<String, Optional<byte[]>> answers = new HashMap<>();
        for (Press press : unsealing.presses()) {
            if (set.idHex().equals(press.set())) {
                answers.put(
                        press.trustee(),
                        Optional.ofNullable(press.shares().get(sealing.bidId())).map(Hex::decode));
            }
        }
        return opener.open(LiveBids.header(unsealing.checkpoint(), sealing), set, answers);
    }

    /** The frames of an opened envelope, to be verified. */
    Examination examination(BidOpening.Opened opened, Sealing sealing) {
        return new Examination(
                opened, sealing, opener, frames, seen -> liveBids.differs(sealing.lot(), sealing.bidId(), seen));
    }

    /** How many threads open envelopes. */
    int threads() {
        return opener.threads();
    }

    /** Decrypts file {@code n} on the way to {@code plain}; each frame only after its tag was verified. */
    void decrypt(BidOpening.Opened opened, Sealing sealing, int n, OutputStream plain) {
        try (var stored = frames.of(sealing, n)) {
            opener.decrypt(opened, n, stored, plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Decrypts a part of file {@code n} on the way to {@code plain}; each frame only after its tag was verified. */
    void decrypt(BidOpening.Opened opened, Sealing sealing, int n, ByteRange part, OutputStream plain) {
        int first = Frames.of(part.from());
        int last = Frames.of(part.to());
        var cut = new CutStream(plain, part.from() - (long) first * Frames.SIZE, part.length());
        try (var stored = frames.of(sealing, n, first, last)) {
            opener.decrypt(opened, n, first, last, stored, cut);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
