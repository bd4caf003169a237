package cn.qifeng.trust.envelope;

import cn.qifeng.kernel.Refused;
import cn.qifeng.trust.hash.Hex;
import cn.qifeng.trust.keyset.KeySet;
import cn.qifeng.trust.sign.Signatures;
import cn.qifeng.trust.sign.Signed;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Checks an envelope without any key (封装检查), as the server does at the seal (docs/bid-envelope.md section 6). The
 * first difference is thrown as a refusal with an {@link EnvelopeFinding}. Whether the signer's certificate is trusted
 * is for the caller to judge.
 */
public final class EnvelopeCheck {

    /** A header that passed, and who signed it. */
    public record Checked(BidHeader header, Signed signed) {}

    /** The bidder's former envelope in the lot. */
    public record Former(byte[] bidId, int seq, byte[] headerHash) {}

    /**
     * What the lot expects.
     *
     * @param docVersionMax the newest version of the tender document that was published
     * @param former {@code null} when the bidder has no envelope here yet
     */
    public record Expected(byte[] tenderCtx, int docVersionMax, OpeningMode mode, KeySet keySet, Former former) {}

    private EnvelopeCheck() {}

    /** All checks but those of the frames, in order. */
    public static Checked check(byte[] headerDer, byte[] signature, Expected expected) {
        var header = BidHeader.decode(headerDer);
        var signed = signed(headerDer, signature);
        var core = header.core();
        if (!Hex.encode(core.bidder()).equals(signed.certificateId())) {
            throw EnvelopeFinding.FOREIGN_BIDDER.at("bidder", Hex.encode(core.bidder()), signed.certificateId());
        }
        if (!Arrays.equals(core.tenderCtx(), expected.tenderCtx())) {
            throw EnvelopeFinding.FOREIGN_TENDER.at(
                    "tenderCtx", Hex.encode(core.tenderCtx()), Hex.encode(expected.tenderCtx()));
        }
        if (core.docVersion() > expected.docVersionMax()) {
            throw EnvelopeFinding.UNKNOWN_DOCUMENT.at(
                    "docVersion", core.docVersion(), "at most " + expected.docVersionMax());
        }
        checkTrustees(header, expected);
        checkSequence(core, expected.former());
        return new Checked(header, signed);
    }

    /** Compares the SM3s of the stored frames, by file number, with the header. */
    public static void checkFrames(BidHeader header, Map<Integer, List<byte[]>> frameHashes) {
        for (var file : header.files()) {
            var stored = frameHashes.getOrDefault(file.n(), List.of());
            var field = "files[" + (file.n() - 1) + "]";
            if (stored.size() != file.frameCount()) {
                throw EnvelopeFinding.FRAMES_MISSING.at(field + ".frameCount", stored.size(), file.frameCount());
            }
            if (!Arrays.equals(Frames.cipherSm3(stored), file.cipherSm3())) {
                throw EnvelopeFinding.FRAMES_DIFFER.at(
                        field + ".cipherSm3", Hex.encode(Frames.cipherSm3(stored)), Hex.encode(file.cipherSm3()));
            }
        }
        if (frameHashes.size() > header.files().size()) {
            throw EnvelopeFinding.FRAMES_MISSING.at("files", header.files().size(), frameHashes.size());
        }
    }

    private static Signed signed(byte[] headerDer, byte[] signature) {
        try {
            return Signatures.verify(headerDer, signature);
        } catch (Refused bad) {
            throw EnvelopeFinding.BAD_SIGNATURE.with(bad.facts());
        }
    }

    private static void checkTrustees(BidHeader header, Expected expected) {
        var set = expected.keySet();
        if (!Arrays.equals(header.core().trusteeSet(), set.id())) {
            throw EnvelopeFinding.FOREIGN_TRUSTEES.at(
                    "trusteeSet", Hex.encode(header.core().trusteeSet()), set.idHex());
        }
        int wanted = expected.mode() == OpeningMode.BIDDERS ? 0 : set.members().size();
        if (header.trustees().size() != wanted) {
            throw EnvelopeFinding.FOREIGN_TRUSTEES.at(
                    "trustees", header.trustees().size(), wanted);
        }
        for (int i = 0; i < wanted; i++) {
            var seen = header.trustees().get(i).trusteeIdHex();
            if (!seen.equals(set.members().get(i).idHex())) {
                throw EnvelopeFinding.FOREIGN_TRUSTEES.at(
                        "trustees[" + i + "]", seen, set.members().get(i).idHex());
            }
        }
    }

    private static void checkSequence(BidCore core, Former former) {
        int wanted = former == null ? 1 : former.seq() + 1;
        if (core.seq() != wanted) {
            throw EnvelopeFinding.WRONG_SEQUENCE.at("seq", core.seq(), wanted);
        }
        if (former != null && !Arrays.equals(core.prev(), former.headerHash())) {
            throw EnvelopeFinding.WRONG_SEQUENCE.at("prev", Hex.encode(core.prev()), Hex.encode(former.headerHash()));
        }
        if (former != null && !Arrays.equals(core.bidId(), former.bidId())) {
            throw EnvelopeFinding.WRONG_SEQUENCE.at("bidId", core.bidIdHex(), Hex.encode(former.bidId()));
        }
    }
}
