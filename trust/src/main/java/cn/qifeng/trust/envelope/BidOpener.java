package cn.qifeng.trust.envelope;

import cn.qifeng.kernel.Refused;
import cn.qifeng.trust.cipher.Sm4Provider;
import cn.qifeng.trust.hash.Bytes;
import cn.qifeng.trust.keyset.KeySet;
import cn.qifeng.trust.share.Shamir;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Opens envelopes (解密) with the shares of trustees or the bidder's own key. Whichever way the CEK came, the same
 * checks follow, so that a file never opens to two prices.
 */
public final class BidOpener {

    private final Sm4Provider sm4;
    private final int threads;

    /** Opens with this cipher, on all processors, eight at the most. */
    public BidOpener(Sm4Provider sm4) {
        this(sm4, FrameLine.processors());
    }

    /** Opens with so many threads, from 1. */
    public BidOpener(Sm4Provider sm4, int threads) {
        this.sm4 = sm4;
        this.threads = threads;
    }

    /** How many threads it opens with. */
    public int threads() {
        return threads;
    }

    /** Verifies the frames of file {@code n} one by one, as the caller reads them. */
    public FrameCheck frames(BidOpening.Opened opened, int n) {
        return new FrameCheck(sm4, opened, n);
    }

    /**
     * A trustee's answer for one envelope: its share when the wrap opens, is bound to this header and agrees with
     * {@code shareCommit}; empty for a bad wrap. Nothing else may leave a trustee's client.
     */
    public Optional<byte[]> share(BidHeader header, String trusteeId, BigInteger privateKey) {
        return header.trustee(trusteeId)
                .flatMap(wrap -> BidWraps.openTrustee(header.core().hash(), wrap, privateKey))
                .filter(share -> isGood(header, trusteeId, share));
    }

    /** Whether a share agrees with the {@code shareCommit} of its trustee. */
    public boolean isGood(BidHeader header, String trusteeId, byte[] share) {
        return header.trustee(trusteeId)
                .filter(wrap -> share.length == BidKeys.CEK
                        && Bytes.same(
                                BidWraps.shareCommit(header.core().hash(), wrap.trusteeId(), share),
                                wrap.shareCommit()))
                .isPresent();
    }

    /**
     * Opens with what the trustees answered, by certificate id; an empty answer says "bad wrap". Shares that do not
     * agree with their commitment do not count.
     */
    public BidOpening open(BidHeader header, KeySet set, Map<String, Optional<byte[]>> answers) {
        var good = new TreeMap<Integer, byte[]>();
        for (var member : set.members()) {
            var answer = answers.getOrDefault(member.idHex(), Optional.empty());
            if (good.size() < set.threshold() && answer.isPresent() && isGood(header, member.idHex(), answer.get())) {
                good.put(member.x(), answer.get());
            }
        }
        if (good.size() == set.threshold()) {
            return openWith(header, OpeningMode.TRUSTEES, set, Shamir.combine(good));
        }
        boolean everyone = set.members().stream().allMatch(member -> answers.containsKey(member.idHex()));
        return everyone
                ? new BidOpening.Invalid(EnvelopeFinding.TOO_FEW_SHARES, "trustees")
                : new BidOpening.Waiting(good.size(), set.threshold());
    }

    /** Opens with the bidder's own encryption key. */
    public BidOpening openSelf(BidHeader header, OpeningMode mode, KeySet set, BigInteger encryptionKey) {
        return BidWraps.openSelf(header.core().hash(), header.self(), encryptionKey)
                .map(cek -> openWith(header, mode, set, cek))
                .orElse(new BidOpening.Invalid(EnvelopeFinding.WRAP_DIFFERS, "self"));
    }

    /**
     * What the bidder releases in mode BIDDERS: the wraps of its CEK's shares to the members of the set. Refuses with
     * the finding when the bidder's own key does not open the envelope, or the envelope does not hold.
     */
    public List<TrusteeWrap> release(BidHeader header, KeySet set, BigInteger encryptionKey) {
        var opening = openSelf(header, OpeningMode.BIDDERS, set, encryptionKey);
        if (opening instanceof BidOpening.Opened opened) {
            return new BidWraps(opened.keys(), header.core().hash()).trustees(OpeningMode.TRUSTEES, set);
        }
        var invalid = (BidOpening.Invalid) opening;
        throw invalid.finding().at(invalid.field(), "another one", "what the bidder's own key opens");
    }

    /** Checks every commitment and rebuilds every wrap from the CEK. */
    public BidOpening openWith(BidHeader header, OpeningMode mode, KeySet set, byte[] cek) {
        var keys = BidKeys.of(cek, header.core());
        if (!Bytes.same(keys.keyCommit(), header.core().keyCommit())) {
            return new BidOpening.Invalid(EnvelopeFinding.KEY_COMMITMENT, "keyCommit");
        }
        for (var file : header.files()) {
            if (!Bytes.same(keys.fileKeyCommit(file.n()), file.fileKeyCommit())) {
                return new BidOpening.Invalid(
                        EnvelopeFinding.KEY_COMMITMENT, "files[" + (file.n() - 1) + "].fileKeyCommit");
            }
        }
        return rebuilt(header, mode, set, keys);
    }

    private static BidOpening rebuilt(BidHeader header, OpeningMode mode, KeySet set, BidKeys keys) {
        var wraps = new BidWraps(keys, header.core().hash());
        if (!sameSelf(wraps, header.self())) {
            return new BidOpening.Invalid(EnvelopeFinding.WRAP_DIFFERS, "self");
        }
        var trustees = wraps.trustees(mode, set);
        if (trustees.size() != header.trustees().size()) {
            return new BidOpening.Invalid(EnvelopeFinding.FOREIGN_TRUSTEES, "trustees");
        }
        for (int i = 0; i < trustees.size(); i++) {
            var seen = header.trustees().get(i);
            var field = "trustees[" + i + "]";
            if (!Arrays.equals(trustees.get(i).trusteeId(), seen.trusteeId())) {
                return new BidOpening.Invalid(EnvelopeFinding.FOREIGN_TRUSTEES, field);
            }
            if (!Arrays.equals(trustees.get(i).shareCommit(), seen.shareCommit())) {
                return new BidOpening.Invalid(EnvelopeFinding.SHARE_COMMITMENT, field + ".shareCommit");
            }
            if (!Arrays.equals(trustees.get(i).wrap().encode(), seen.wrap().encode())) {
                return new BidOpening.Invalid(EnvelopeFinding.WRAP_DIFFERS, field + ".wrap");
            }
        }
        return new BidOpening.Opened(header, keys);
    }

    private static boolean sameSelf(BidWraps wraps, SelfWrap self) {
        try {
            return Arrays.equals(
                    wraps.self(self.publicKey()).wrap().encode(), self.wrap().encode());
        } catch (Refused notAPoint) {
            return false;
        }
    }

    /**
     * Decrypts file {@code n} from its stored frames. Each frame is written only after its tag verified; refuses with
     * {@link EnvelopeFinding#FRAMES_MISSING} or {@link EnvelopeFinding#FRAME_FORGED}.
     */
    public void decrypt(BidOpening.Opened opened, int n, InputStream frames, OutputStream plain) throws IOException {
        decrypt(opened.header(), n, opened.keys().fileKey(n), frames, plain);
    }

    /** The same with the file's key alone, as it is published for file 1. */
    public void decrypt(BidHeader header, int n, byte[] fileKey, InputStream frames, OutputStream plain)
            throws IOException {
        decrypt(header, n, fileKey, 0, header.file(n).frameCount() - 1, frames, plain);
    }

    /** Frames {@code first} to {@code last} of file {@code n}, from 0, out of a stream of exactly these. */
    public void decrypt(BidOpening.Opened opened, int n, int first, int last, InputStream frames, OutputStream plain)
            throws IOException {
        decrypt(opened.header(), n, opened.keys().fileKey(n), first, last, frames, plain);
    }

    private void decrypt(
            BidHeader header, int n, byte[] fileKey, int first, int last, InputStream frames, OutputStream plain)
            throws IOException {
        var file = header.file(n);
        var aad = Frames.aad(header.core().hash(), n);
        try (var line = new FrameLine<byte[]>(first == last ? 1 : threads, plain::write)) {
            for (int i = first; i <= last; i++) {
                int at = i;
                var frame = new byte[Frames.storedLength(file.length(), i)];
                if (frames.readNBytes(frame, 0, frame.length) < frame.length) {
                    throw EnvelopeFinding.FRAMES_MISSING.at("files/" + n + ".enc", i, file.frameCount());
                }
                var nonce = Frames.nonce(i, i == file.frameCount() - 1);
                line.add(() -> open(fileKey, nonce, aad, frame, n, at));
            }
            line.finish();
        }
        if (frames.read() >= 0) {
            throw EnvelopeFinding.FRAMES_MISSING.at("files/" + n + ".enc", "more bytes", file.frameCount());
        }
    }

    /** A short file, such as bid.json, from memory to memory. */
    public byte[] decrypt(BidOpening.Opened opened, int n, byte[] frames) {
        var plain = new ByteArrayOutputStream();
        try {
            decrypt(opened, n, new ByteArrayInputStream(frames), plain);
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
        return plain.toByteArray();
    }

    private byte[] open(byte[] key, byte[] nonce, byte[] aad, byte[] frame, int n, int i) {
        try {
            return sm4.open(key, nonce, aad, frame);
        } catch (Refused forged) {
            throw EnvelopeFinding.FRAME_FORGED.at("files/" + n + ".enc", "frame " + i, "a tag that verifies");
        }
    }
}
