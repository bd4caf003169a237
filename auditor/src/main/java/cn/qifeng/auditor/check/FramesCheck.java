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

    /** Plain bytes of a file of one frame. */
    static byte[] small(Dossier dossier, String folder, BidHeader header, int n, byte[] key) {
        Broken.unless(
                header.files().get(n - 1).length() <= SMALL_MAX, folder + "/" + n + ".enc", "larger than one frame");
        var out = new ByteArrayOutputStream();
        open(dossier, folder, header, n, key, out);
        return out.toByteArray();
    }

    /** Checks a file of any size, a frame at a time. */
    static void stream(Dossier dossier, String folder, BidHeader header, int n, byte[] key) {
        open(dossier, folder, header, n, key, OutputStream.nullOutputStream());
    }

    private static void open(Dossier dossier, String folder, BidHeader header, int n, byte[] key, OutputStream out) {
        var object = folder + "/" + n + ".enc";
        var file = header.files().get(n - 1);
        var aad = Hash.join(header.core(), Hash.u32(n));
        var digest = new SM3Digest();
        try (InputStream in = dossier.file().stream(object)) {
            for (long i = 0; i < file.frameCount(); i++) {
                var frame = in.readNBytes(FRAME);
                digest.update(Hash.sm3(frame), 0, 32);
                var plain = Sealing.openFrame(key, i, i == file.frameCount() - 1, aad, frame);
                Broken.unless(plain != null, object + "#" + i, "the frame's tag does not verify");
                out.write(plain);
            }
            Broken.unless(in.read() < 0, object, "bytes behind the last frame");
        } catch (IOException e) {
            throw new Broken(object, "unreadable: " + e.getMessage());
        }
        var hash = new byte[32];
        digest.doFinal(hash, 0);
        Broken.unless(Arrays.equals(hash, file.cipherSm3()), object, "not the bytes that the header names");
    }
}
