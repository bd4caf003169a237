package cn.qifeng.launcher.fuzz;

import cn.qifeng.trust.cipher.Sm4Gcm;
import cn.qifeng.trust.envelope.BidHeader;
import cn.qifeng.trust.envelope.BidOpener;
import cn.qifeng.trust.envelope.BidOpening;
import cn.qifeng.trust.envelope.EnvelopeCheck;
import cn.qifeng.trust.envelope.EnvelopeFinding;
import cn.qifeng.trust.envelope.OpeningMode;
import cn.qifeng.trust.hash.Bytes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * {@code header.der} of an envelope (docs/bid-envelope.md section 2). What parses encodes to the same bytes; under the
 * genuine signature only the genuine header passes; with the bidder's key only the genuine header opens.
 */
public final class BidHeaderTarget {

    /** Forgives bytes behind the header: a mistake that the fuzzer must find. */
    static final String LOOSE = "loose-header";

    private static final int OPENED_OF = 32;
    private static final World WORLD = World.told();
    private static final byte[] GENUINE = WORLD.sealed.headerDer();
    private static final EnvelopeCheck.Expected EXPECTED =
            new EnvelopeCheck.Expected(WORLD.tenderCtx, 1, OpeningMode.TRUSTEES, WORLD.set, null);
    private static final BidOpener OPENER = new BidOpener(new Sm4Gcm(), 1);
    private static final boolean IS_LOOSE = LOOSE.equals(System.getProperty("qifeng.fuzz.sabotage"));

    private BidHeaderTarget() {}

    /** Writes the seeds. */
    public static void fuzzerInitialize() {
        World.seed(Map.of("header.der", GENUINE, "pdf", Bytes.ascii("%PDF-1.7"), "zip", new byte[] {'P', 'K', 3, 4}));
    }

    /** Tries one input. */
    public static void fuzzerTestOneInput(byte[] data) {
        var read = IS_LOOSE ? Arrays.copyOf(data, Math.min(data.length, GENUINE.length)) : data;
        var header = Properties.accepted(
                () -> BidHeader.decode(read), EnvelopeFinding.MALFORMED, EnvelopeFinding.NOT_ENCRYPTED);
        header.ifPresent(it -> Properties.sameBytes(it.encode(), data));
        boolean genuine = Arrays.equals(data, GENUINE);
        var passed = Properties.accepted(
                () -> EnvelopeCheck.check(data, WORLD.sealed.signature(), EXPECTED), EnvelopeFinding.values());
        Properties.hold(passed.isPresent() == genuine, "only the header that was signed passes");
        if (header.isPresent() && Math.floorMod(Arrays.hashCode(data), OPENED_OF) == 0) {
            var opening = OPENER.openSelf(header.get(), OpeningMode.TRUSTEES, WORLD.set, WORLD.selfKey);
            Properties.hold(
                    opening instanceof BidOpening.Opened == sameCommitted(header.get()),
                    "a header opens only when everything that it commits to is as the key says");
        }
    }

    /** Lengths and hashes of files are held to the frames, not to the key; all else is rebuilt from the key. */
    private static boolean sameCommitted(BidHeader header) {
        return Arrays.equals(committed(header), committed(WORLD.sealed.header()));
    }

    private static byte[] committed(BidHeader header) {
        var parts = new ArrayList<>(List.of(
                header.core().hash(),
                header.self().publicKey(),
                header.self().wrap().encode()));
        header.files().forEach(file -> parts.add(file.fileKeyCommit()));
        header.trustees().forEach(trustee -> {
            parts.add(trustee.trusteeId());
            parts.add(trustee.shareCommit());
            parts.add(trustee.wrap().encode());
        });
        return Bytes.concat(parts.toArray(byte[][]::new));
    }
}
