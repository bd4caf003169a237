package cn.qifeng.launcher.fuzz;

import cn.qifeng.trust.TrustRefusal;
import cn.qifeng.trust.cipher.Sm4Gcm;
import cn.qifeng.trust.cipher.Sm4Provider;
import cn.qifeng.trust.envelope.BidOpener;
import cn.qifeng.trust.envelope.BidOpening;
import cn.qifeng.trust.envelope.EnvelopeFinding;
import cn.qifeng.trust.envelope.Frames;
import cn.qifeng.trust.envelope.OpeningMode;
import cn.qifeng.trust.gcrypt.Gcrypt;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Stored frames of a file (docs/bid-envelope.md section 4). Only the genuine bytes decrypt, with every provider alike,
 * and only as the file that they are.
 */
public final class FramesTarget {

    private static final World WORLD = World.told();
    private static final BidOpener OPENER = new BidOpener(new Sm4Gcm(), 1);
    private static final BidOpening.Opened OPENED =
            (BidOpening.Opened) OPENER.openSelf(WORLD.sealed.header(), OpeningMode.TRUSTEES, WORLD.set, WORLD.selfKey);
    private static final List<Sm4Provider> PROVIDERS = providers();

    private FramesTarget() {}

    /** Writes the seeds. */
    public static void fuzzerInitialize() {
        World.seed(Map.of("1.enc", WORLD.frames.get(1), "2.enc", WORLD.frames.get(2), "3.enc", WORLD.frames.get(3)));
    }

    /** Tries one input. */
    public static void fuzzerTestOneInput(byte[] data) {
        for (int n : WORLD.frames.keySet()) {
            boolean genuine = Arrays.equals(data, WORLD.frames.get(n));
            var plain = Properties.accepted(
                    () -> OPENER.decrypt(OPENED, n, data),
                    EnvelopeFinding.FRAMES_MISSING,
                    EnvelopeFinding.FRAME_FORGED);
            Properties.hold(plain.isPresent() == genuine, "only the stored frames of a file decrypt as it");
            var aad = Frames.aad(WORLD.sealed.header().core().hash(), n);
            for (var provider : PROVIDERS) {
                Properties.hold(opens(provider, n, aad, data) == genuine, "every provider says the same of a frame");
            }
        }
    }

    private static boolean opens(Sm4Provider provider, int n, byte[] aad, byte[] data) {
        return Properties.accepted(
                        () -> provider.open(OPENED.keys().fileKey(n), Frames.nonce(0, true), aad, data),
                        TrustRefusal.FORGED)
                .isPresent();
    }

    private static List<Sm4Provider> providers() {
        var providers = new ArrayList<Sm4Provider>(List.of(new Sm4Gcm()));
        Gcrypt.library().ifPresent(providers::add);
        return providers;
    }
}
