package cn.qifeng.trust.envelope;

import cn.qifeng.trust.cert.Certificates;
import cn.qifeng.trust.cipher.Sm4Provider;
import cn.qifeng.trust.sign.SigningKey;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;

/** Seals bids (投标文件封装) as streams: memory does not grow with the files. */
public final class BidSealer {

    private final Sm4Provider sm4;
    private final SecureRandom random;
    private final int threads;

    /** Seals with this cipher and this source of keys, on all processors, eight at the most. */
    public BidSealer(Sm4Provider sm4, SecureRandom random) {
        this(sm4, random, FrameLine.processors());
    }

    /** Seals with so many threads, from 1. */
    public BidSealer(Sm4Provider sm4, SecureRandom random, int threads) {
        this.sm4 = sm4;
        this.random = random;
        this.threads = threads;
    }

    /** Seals under a fresh CEK and salt; every attempt calls it anew, so no nonce repeats under a key. */
    public SealedBid seal(SealRequest request, SigningKey bidder, FrameSink sink) throws IOException {
        var cek = new byte[BidKeys.CEK];
        var salt = new byte[16];
        random.nextBytes(cek);
        random.nextBytes(salt);
        return seal(request, bidder, sink, cek, salt);
    }

    SealedBid seal(SealRequest request, SigningKey bidder, FrameSink sink, byte[] cek, byte[] salt) throws IOException {
        var keys = new BidKeys(cek, salt, request.tenderCtx(), request.bidId(), request.seq());
        var core = new BidCore(
                request.tenderCtx(),
                request.docVersion(),
                request.keySet().id(),
                Certificates.idBytes(bidder.certificate()),
                request.bidId(),
                request.seq(),
                request.prev(),
                salt,
                keys.keyCommit());
        var coreHash = core.hash();
        var files = new ArrayList<BidFile>();
        for (int n = 1; n <= request.files().size(); n++) {
            files.add(sealFile(n, request.files().get(n - 1), keys, coreHash, sink));
        }
        var wraps = new BidWraps(keys, coreHash);
        var header = new BidHeader(
                core, files, wraps.self(request.selfPublicKey()), wraps.trustees(request.mode(), request.keySet()));
        return new SealedBid(header, bidder.sign(header.encode()), keys);
    }

    private BidFile sealFile(int n, FileSource source, BidKeys keys, byte[] core, FrameSink sink) throws IOException {
        long length = source.length();
        HeaderDer.range("files[" + (n - 1) + "].length", length, 0, BidFile.LENGTH_MAX);
        int count = Frames.count(length);
        var key = keys.fileKey(n);
        var aad = Frames.aad(core, n);
        List<byte[]> hashes = new ArrayList<>();
        try (var stream = source.open();
                var line = new FrameLine<Hashed>(count == 1 ? 1 : threads, done -> {
                    sink.frame(n, hashes.size(), done.frame());
                    hashes.add(done.sm3());
                })) {
            for (int i = 0; i < count; i++) {
                var plain = plain(stream, n, Frames.plainLength(length, i));
                var nonce = Frames.nonce(i, i == count - 1);
                line.add(() -> Hashed.of(sm4, sm4.seal(key, nonce, aad, plain, plain.length)));
            }
            line.finish();
            if (stream.read() >= 0) {
                throw new IOException("file " + n + " became longer while it was read");
            }
        }
        return new BidFile(n, length, count, keys.fileKeyCommit(n), Frames.cipherSm3(hashes));
    }

    private static byte[] plain(InputStream stream, int n, int wanted) throws IOException {
        var plain = new byte[wanted];
        if (stream.readNBytes(plain, 0, wanted) < wanted) {
            throw new EOFException("file " + n + " became shorter while it was read");
        }
        return plain;
    }

    /** A frame and its SM3. */
    private record Hashed(byte[] frame, byte[] sm3) {

        static Hashed of(Sm4Provider sm4, byte[] frame) {
            return new Hashed(frame, sm4.sm3(frame));
        }
    }
}
