package cn.qifeng.auditor.check;

import cn.qifeng.auditor.Broken;
import cn.qifeng.auditor.Dossier;
import cn.qifeng.auditor.crypto.BidHeader;
import cn.qifeng.auditor.crypto.Hash;
import cn.qifeng.auditor.crypto.Sealing;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import org.bouncycastle.crypto.digests.SM3Digest;

/** The stored frames of one file: as many as the header says, with the hash it says, and opening with the key. */
final class FramesCheck {

    private static final int FRAME = (1 << 20) + 16;
    private static final int SMALL_MAX = 1 << 20;

    private FramesCheck() {}

    /** What takes one frame; {@code false} ends the reading. */
    @FunctionalInterface
    private interface Taker {
        boolean take(long index, byte[] frame) throws IOException;
    }

    /** Demands that the stored bytes are those that the header names. */
    static void stored(Dossier dossier, String folder, BidHeader header, int n) {
        var object = folder + "/" + n + ".enc";
        var digest = new SM3Digest();
        frames(dossier, object, header, n, (index, frame) -> {
            digest.update(Hash.sm3(frame), 0, 32);
            return true;
        });
        var hash = new byte[32];
        digest.doFinal(hash, 0);
        Broken.unless(
                Arrays.equals(hash, header.files().get(n - 1).cipherSm3()),
                object,
                "not the bytes that the header names");
    }

    /** Whether every frame opens with the key. */
    static boolean opens(Dossier dossier, String folder, BidHeader header, int n, byte[] key) {
        return open(dossier, folder, header, n, key, OutputStream.nullOutputStream());
    }

    /** Plain bytes of a file of one frame. */
    static byte[] small(Dossier dossier, String folder, BidHeader header, int n, byte[] key) {
        var object = folder + "/" + n + ".enc";
        Broken.unless(header.files().get(n - 1).length() <= SMALL_MAX, object, "larger than one frame");
        var out = new ByteArrayOutputStream();
        Broken.unless(open(dossier, folder, header, n, key, out), object, "a frame does not verify");
        return out.toByteArray();
    }

    private static boolean open(Dossier dossier, String folder, BidHeader header, int n, byte[] key, OutputStream out) {
        long last = header.files().get(n - 1).frameCount() - 1;
        var aad = Hash.join(header.core(), Hash.u32(n));
        return frames(dossier, folder + "/" + n + ".enc", header, n, (index, frame) -> {
            var plain = Sealing.openFrame(key, index, index == last, aad, frame);
            if (plain != null) {
                out.write(plain);
            }
            return plain != null;
        });
    }

    private static boolean frames(Dossier dossier, String object, BidHeader header, int n, Taker taker) {
        try (InputStream in = dossier.file().stream(object)) {
            for (long i = 0; i < header.files().get(n - 1).frameCount(); i++) {
                var frame = in.readNBytes(FRAME);
                Broken.unless(frame.length > 0, object, "frames are missing");
                if (!taker.take(i, frame)) {
                    return false;
                }
            }
            Broken.unless(in.read() < 0, object, "bytes behind the last frame");
            return true;
        } catch (IOException e) {
            throw new Broken(object, "unreadable", String.valueOf(e.getMessage()));
        }
    }
}
