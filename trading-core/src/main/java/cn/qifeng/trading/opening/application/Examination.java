package cn.qifeng.trading.opening.application;

import cn.qifeng.kernel.RefusalCode;
import cn.qifeng.kernel.Refused;
import cn.qifeng.trading.bidding.application.BidFrames;
import cn.qifeng.trading.bidding.application.BidFrames.Places;
import cn.qifeng.trading.bidding.domain.Sealing;
import cn.qifeng.trading.opening.domain.OpenedBid;
import cn.qifeng.trust.envelope.BidDocument;
import cn.qifeng.trust.envelope.BidFile;
import cn.qifeng.trust.envelope.BidOpener;
import cn.qifeng.trust.envelope.BidOpening;
import cn.qifeng.trust.envelope.EnvelopeFinding;
import cn.qifeng.trust.envelope.FrameCheck;
import cn.qifeng.trust.envelope.Frames;
import cn.qifeng.trust.hash.Hex;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * One envelope whose key is known (封套核验): the frames of its files from the second on may be verified in any order and by
 * many threads, then follows {@code bid.json}. The finding is that of the first frame that does not hold, in whatever
 * order they were looked at.
 */
final class Examination {

    /** {@code bid.json} is a few hundred bytes; more is not read into memory. */
    private static final int BID_BYTES_MAX = 64 * 1024;

    private final BidOpening.Opened opened;
    private final Sealing sealing;
    private final String bidId;
    private final Function<String, Refused> differs;
    private final BidOpener opener;
    private final BidFrames stored;
    private final Places places;
    private final List<FrameCheck> files = new ArrayList<>();
    private final int frames;

    private int firstBad = Integer.MAX_VALUE;
    private Refused finding;

    /** {@code differs} makes the refusal when a frame is not, byte for byte, what its bidder sealed. */
    Examination(
            BidOpening.Opened opened,
            Sealing sealing,
            BidOpener opener,
            BidFrames stored,
            Function<String, Refused> differs) {
        this.opened = opened;
        this.sealing = sealing;
        this.differs = differs;
        this.bidId = sealing.bidId();
        this.opener = opener;
        this.stored = stored;
        this.places = stored.places(sealing);
        for (int n = 2; n <= opened.header().files().size(); n++) {
            files.add(opener.frames(opened, n));
        }
        frames = files.stream().mapToInt(FrameCheck::frames).sum();
    }

    /** Frames of all files but the first. */
    int frames() {
        return frames;
    }

    /** Verifies frame {@code k} of {@link #frames}; nothing when one before it is known to be bad. */
    void check(int k, ByteBuffer buffer) {
        if (k > firstBad()) {
            return;
        }
        int i = k;
        for (var file : files) {
            if (i < file.frames()) {
                check(k, file, i, buffer);
                return;
            }
            i -= file.frames();
        }
        throw new IndexOutOfBoundsException(k);
    }

    private void check(int k, FrameCheck file, int i, ByteBuffer buffer) {
        try {
            read(file, i, buffer);
            file.check(i, buffer);
        } catch (Refused bad) {
            bad(k, bad);
        }
    }

    /** The frame's object, of exactly the right length, from the start of the buffer to its limit. */
    private void read(FrameCheck file, int i, ByteBuffer buffer) {
        var name = "files/" + file.n() + ".enc";
        if (places.count(file.n()) != file.frames()) {
            throw EnvelopeFinding.FRAMES_MISSING.at(name, places.count(file.n()), file.frames());
        }
        long length = stored.read(places.object(file.n(), i), buffer.clear().limit(file.storedLength(i)));
        boolean last = i == file.frames() - 1;
        if (length < 0 || last && length != file.storedLength(i)) {
            throw EnvelopeFinding.FRAMES_MISSING.at(name, i, file.frames());
        }
        if (length != file.storedLength(i)) {
            throw EnvelopeFinding.FRAME_FORGED.at(name, "frame " + i, "a tag that verifies");
        }
        buffer.flip();
    }

    private synchronized int firstBad() {
        return firstBad;
    }

    private synchronized void bad(int k, Refused refused) {
        if (k < firstBad) {
            firstBad = k;
            finding = refused;
        }
    }

    /**
     * What the opening tells of this bid, once every frame was looked at. A finding is the bidder's only over the very
     * bytes that it sealed; over others the opening stops. Those that were read may have been put right before they were
     * hashed, so a finding counts only when it is made once more.
     */
    synchronized OpenedBid result() {
        try {
            return opened();
        } catch (Refused seen) {
            requireAsSealed(seen);
        }
        checkAgain();
        try {
            return opened();
        } catch (Refused seenAgain) {
            requireAsSealed(seenAgain);
            return OpenedBid.invalid(bidId, code(seenAgain));
        }
    }

    private OpenedBid opened() {
        if (finding != null) {
            throw finding;
        }
        var bid = BidDocument.decode(bidDocument());
        return OpenedBid.opened(bidId, bid.toDoc(), Hex.encode(opened.keys().fileKey(1)));
    }

    private void requireAsSealed(Refused seen) {
        if (!stored.asSealed(sealing)) {
            throw differs.apply(code(seen));
        }
    }

    private void checkAgain() {
        firstBad = Integer.MAX_VALUE;
        finding = null;
        var buffer = ByteBuffer.allocateDirect(Frames.STORED_MAX);
        for (int k = 0; k < frames; k++) {
            check(k, buffer);
        }
    }

    private static String code(Refused refused) {
        RefusalCode code = refused.code() instanceof EnvelopeFinding ? refused.code() : EnvelopeFinding.MALFORMED;
        return code.code();
    }

    private byte[] bidDocument() {
        BidFile file = opened.header().file(1);
        if (file.length() > BID_BYTES_MAX) {
            throw EnvelopeFinding.MALFORMED.at("files[0].length", file.length(), "at most " + BID_BYTES_MAX);
        }
        var frame = opener.frames(opened, 1);
        var buffer = ByteBuffer.allocate(frame.storedLength(0));
        read(frame, 0, buffer);
        return opener.decrypt(opened, 1, buffer.array());
    }
}
