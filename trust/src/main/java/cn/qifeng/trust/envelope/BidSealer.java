package cn.qifeng.trust.envelope;

import cn.qifeng.trust.cert.Certificates;
import cn.qifeng.trust.cipher.Sm4Provider;
import cn.qifeng.trust.hash.Sm3;
import cn.qifeng.trust.sign.SigningKey;
import java.io.EOFException;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;

/** Seals bids (投标文件封装) as streams: memory does not grow with the files. */
public final class BidSealer {

    private final Sm4Provider sm4;
    private final SecureRandom random;

    /** Seals with this cipher and this source of keys. */
    public BidSealer(Sm4Provider sm4, SecureRandom random) {
        this.sm4 = sm4;
        this.random = random;
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
        try (var stream = source.open()) {
            var plain = new byte[(int) Math.min(Frames.SIZE, length)];
            for (int i = 0; i < count; i++) {
                int wanted = Frames.plainLength(length, i);
                if (stream.readNBytes(plain, 0, wanted) < wanted) {
                    throw new EOFException("file " + n + " became shorter while it was read");
                }
                var frame = sm4.seal(key, Frames.nonce(i, i == count - 1), aad, plain, wanted);
                hashes.add(Sm3.of(frame));
                sink.frame(n, i, frame);
            }
            if (stream.read() >= 0) {
                throw new IOException("file " + n + " became longer while it was read");
            }
        }
        return new BidFile(n, length, count, keys.fileKeyCommit(n), Frames.cipherSm3(hashes));
    }
}
