package cn.qifeng.trading.opening.application;

import cn.qifeng.kernel.ByteRange;
import cn.qifeng.kernel.Facts;
import cn.qifeng.kernel.LotId;
import cn.qifeng.trading.bidding.application.LotKeySets;
import cn.qifeng.trading.bidding.domain.Sealing;
import cn.qifeng.trading.opening.domain.BidOpening;
import cn.qifeng.trading.opening.domain.BidOpening.Opened;
import cn.qifeng.trading.opening.domain.BidOpening.Recorded;
import cn.qifeng.trading.opening.domain.OpenedBid;
import cn.qifeng.trading.opening.domain.OpeningRefusal;
import cn.qifeng.trading.tender.application.Lots;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.OutputStream;
import java.util.Optional;
import java.util.function.Consumer;

/** Gives out files of opened bids, decrypted on the way (已启封文件); never a file of a bid that is not opened. */
@ApplicationScoped
public class OpenedFiles {

    /**
     * One file or a part of it.
     *
     * @param whole plain length of the file in bytes
     * @param part which part, when one was asked for
     * @param writer writes the part, or the whole
     */
    public record Content(long whole, Optional<ByteRange> part, Consumer<OutputStream> writer) {

        /** How many bytes are written. */
        public long length() {
            return part.map(ByteRange::length).orElse(whole);
        }
    }

    private final OpeningSteps steps;
    private final Lots lots;
    private final LotKeySets keySets;
    private final LiveBids liveBids;
    private final ExamineBid examine;

    OpenedFiles(OpeningSteps steps, Lots lots, LotKeySets keySets, LiveBids liveBids, ExamineBid examine) {
        this.steps = steps;
        this.lots = lots;
        this.keySets = keySets;
        this.liveBids = liveBids;
        this.examine = examine;
    }

    /**
     * File {@code n} of a bid, or a part of it; refuses with {@link OpeningRefusal#NO_SUCH_FILE}, or with
     * {@link OpeningRefusal#NO_SUCH_RANGE} for a part that begins behind its end.
     */
    public Content of(LotId lot, String bidId, int n, Optional<ByteRange> wanted) {
        return QuarkusTransaction.requiringNew().call(() -> {
            var opened = opened(steps.of(lot));
            requireOpened(opened, bidId);
            var sealing = liveBids.of(lot, opened.unsealing().checkpoint()).stream()
                    .filter(one -> one.bidId().equals(bidId))
                    .findFirst()
                    .orElseThrow(() -> noSuchFile(bidId, n));
            return content(lot, opened, sealing, n, wanted);
        });
    }

    private Content content(LotId lot, Opened opened, Sealing sealing, int n, Optional<ByteRange> wanted) {
        var sets = keySets.sets(lots.of(lot));
        var set = SetsToPress.setOf(sets, opened.unsealing().checkpoint(), sealing);
        var opening = examine.open(opened.unsealing(), set, sealing);
        if (!(opening instanceof cn.qifeng.trust.envelope.BidOpening.Opened envelope)
                || n < 1
                || n > envelope.header().files().size()) {
            throw noSuchFile(sealing.bidId(), n);
        }
        long length = envelope.header().file(n).length();
        if (wanted.isPresent() && !wanted.get().beginsWithin(length)) {
            throw OpeningRefusal.NO_SUCH_RANGE.with(
                    Facts.field("Range", wanted.get().asked(), "bytes from 0 to " + (length - 1))
                            .map());
        }
        var part = wanted.map(it -> it.within(length));
        return new Content(length, part, out -> write(envelope, sealing, n, part, out));
    }

    private void write(
            cn.qifeng.trust.envelope.BidOpening.Opened envelope,
            Sealing sealing,
            int n,
            Optional<ByteRange> part,
            OutputStream out) {
        if (part.isPresent()) {
            examine.decrypt(envelope, sealing, n, part.get(), out);
        } else {
            examine.decrypt(envelope, sealing, n, out);
        }
    }

    private static Opened opened(BidOpening opening) {
        if (opening instanceof Recorded recorded) {
            return recorded.opened();
        }
        if (opening instanceof Opened opened) {
            return opened;
        }
        throw OpeningRefusal.WRONG_STEP.refused();
    }

    private static void requireOpened(Opened opened, String bidId) {
        boolean readable = opened.results().stream()
                .anyMatch(one -> one.bidId().equals(bidId) && one.status() == OpenedBid.Status.OPENED);
        if (!readable) {
            throw noSuchFile(bidId, 0);
        }
    }

    private static RuntimeException noSuchFile(String bidId, int n) {
        return OpeningRefusal.NO_SUCH_FILE.with(
                Facts.of("bidId", bidId).and("file", n).map());
    }
}
