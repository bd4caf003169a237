package cn.qifeng.trust.envelope;

import cn.qifeng.kernel.Refused;
import cn.qifeng.trust.hash.Hex;
import cn.qifeng.trust.keyset.KeySet;
import cn.qifeng.trust.keyset.KeySetMember;
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

    /** Whom the envelopes of a lot are sealed to, as headers name them: id of the key set, and of its members in order. */
    public record Recipients(String setId, List<String> memberIds) {

        /** Of this key set. */
        public static Recipients of(KeySet set) {
            return new Recipients(
                    set.idHex(), set.members().stream().map(KeySetMember::idHex).toList());
        }
    }

    /**
     * What the lot expects.
     *
     * @param docVersionMax the newest version of the tender document that was published
     * @param former {@code null} when the bidder has no envelope here yet
     */
    public record Expected(
            byte[] tenderCtx, int docVersionMax, OpeningMode mode, Recipients recipients, Former former) {

        /** With the recipients of this key set. */
        public Expected(byte[] tenderCtx, int docVersionMax, OpeningMode mode, KeySet keySet, Former former) {
            this(tenderCtx, docVersionMax, mode, Recipients.of(keySet), former);
        }
    }

    private EnvelopeCheck() {}

    /** All checks but those of the frames, in order. */
    public static Checked check(byte[] headerDer, byte[] signature, Expected expected) {
        var checked = verify(headerDer, signature);
        checkPlace(checked.header(), expected);
        return checked;
    }

    /** The first of these checks, which need to know nothing of the lot: structure, signature, and whose it is. */
    public static Checked verify(byte[] headerDer, byte[] signature) {
        var header = BidHeader.decode(headerDer);
        var signed = signed(headerDer, signature);
        var bidder = Hex.encode(header.core().bidder());
        if (!bidder.equals(signed.certificateId())) {
            throw EnvelopeFinding.FOREIGN_BIDDER.at("bidder", bidder, signed.certificateId());
        }
        return new Checked(header, signed);
    }

    /** The rest of these checks: the header is the bidder's next one for this lot. */
    public static void checkPlace(BidHeader header, Expected expected) {
        var core = header.core();
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
        var recipients = expected.recipients();
        var trusteeSet = Hex.encode(header.core().trusteeSet());
        if (!trusteeSet.equals(recipients.setId())) {
            throw EnvelopeFinding.FOREIGN_TRUSTEES.at("trusteeSet", trusteeSet, recipients.setId());
        }
        int wanted = expected.mode() == OpeningMode.BIDDERS
                ? 0
                : recipients.memberIds().size();
        if (header.trustees().size() != wanted) {
            throw EnvelopeFinding.FOREIGN_TRUSTEES.at(
                    "trustees", header.trustees().size(), wanted);
        }
        for (int i = 0; i < wanted; i++) {
            var seen = header.trustees().get(i).trusteeIdHex();
            if (!seen.equals(recipients.memberIds().get(i))) {
                throw EnvelopeFinding.FOREIGN_TRUSTEES.at(
                        "trustees[" + i + "]", seen, recipients.memberIds().get(i));
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
