package cn.qifeng.cli.seal;

import cn.qifeng.cli.client.OwnFile;
import cn.qifeng.trust.cert.Certificates;
import cn.qifeng.trust.cipher.Sm2;
import cn.qifeng.trust.envelope.BidFile;
import cn.qifeng.trust.envelope.BidHeader;
import cn.qifeng.trust.envelope.BidManifest;
import cn.qifeng.trust.envelope.BidSealer;
import cn.qifeng.trust.envelope.SealRequest;
import cn.qifeng.trust.gcrypt.Gcrypt;
import cn.qifeng.trust.hash.Hex;
import cn.qifeng.trust.hash.Sm3;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.sign.SigningKey;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

/**
 * A sealed envelope on disk (已封装的投标文件), laid out as docs/bid-envelope.md section 2 says: {@code header.der}, {@code
 * header.p7s}, {@code files/<n>.enc}. Beside them {@code seal.json}, for its owner only: the lot, what was sealed, and
 * the private key of the envelope's own wrap where the key file has none.
 */
public final class Envelope {

    private final Path folder;
    private final byte[] headerDer;
    private final BidHeader header;
    private final ObjectNode notes;

    private Envelope(Path folder) throws IOException {
        this.folder = folder;
        this.headerDer = Files.readAllBytes(folder.resolve("header.der"));
        this.header = BidHeader.decode(headerDer);
        this.notes = CanonicalJson.decode(Files.readAllBytes(folder.resolve("seal.json")));
    }

    /** The finished envelope in a folder, when there is one. */
    public static Optional<Envelope> in(Path folder) throws IOException {
        return Files.exists(folder.resolve("seal.json")) ? Optional.of(new Envelope(folder)) : Optional.empty();
    }

    /**
     * Seals into an empty folder, file by file as streams, and notes the envelope as finished only when every byte of it
     * is on disk. {@code former} is the envelope that this one replaces, or {@code null}.
     */
    public static Envelope seal(
            Publication tender,
            BidFiles files,
            SigningKey key,
            Optional<BigInteger> ownKey,
            Envelope former,
            Path folder)
            throws IOException {
        var random = new SecureRandom();
        Files.createDirectories(folder.resolve("files"));
        var own = ownKey.orElseGet(() -> Sm2.newPrivateKey(random));
        var bidId = new byte[16];
        random.nextBytes(bidId);
        var manifest = files.manifest();
        try (var frames = new Frames(folder.resolve("files"))) {
            var sealed = new BidSealer(Gcrypt.fastest(), random)
                    .seal(
                            new SealRequest(
                                    tender.context(),
                                    tender.docVersion(),
                                    tender.mode(),
                                    tender.keySet(),
                                    former == null
                                            ? bidId
                                            : former.header.core().bidId(),
                                    former == null ? 1 : former.seq() + 1,
                                    former == null ? null : Hex.decode(former.headerHash()),
                                    Sm2.publicKey(own),
                                    files.sources(manifest)),
                            key,
                            frames::take);
            frames.close();
            Files.write(folder.resolve("header.der"), sealed.headerDer());
            Files.write(folder.resolve("header.p7s"), sealed.signature());
        }
        var notes = CanonicalJson.object()
                .put("tender", tender.tender().toString())
                .put("lot", tender.lot().toString())
                .put("plain", plain(files, manifest));
        if (ownKey.isEmpty()) {
            notes.put("ownKey", Hex.encode(Sm2.bytes32(own)));
        }
        OwnFile.write(folder.resolve("seal.json"), CanonicalJson.encode(notes));
        return new Envelope(folder);
    }

    /** SM3 over what was sealed: the bid and the manifest, which has the hash of every other file. */
    static String plain(BidFiles files, BidManifest manifest) {
        return Sm3.hex(files.bid().encode(), manifest.encode());
    }

    /** Refuses unless this envelope is for this lot, of these files, and signed by this key. */
    void requireSame(Publication tender, BidFiles files, SigningKey key) throws IOException {
        requireLot(tender);
        if (!notes.path("plain").asText().equals(plain(files, files.manifest()))) {
            throw SealRefusal.OTHER_ENVELOPE.at("files", folder, "an empty folder: this one holds other files, sealed");
        }
        if (!Arrays.equals(header.core().bidder(), Certificates.idBytes(key.certificate()))) {
            throw SealRefusal.OTHER_ENVELOPE.at("bidder", folder, "an envelope by this key");
        }
    }

    void requireLot(Publication tender) {
        if (!Arrays.equals(header.core().tenderCtx(), tender.context())) {
            throw SealRefusal.OTHER_ENVELOPE.at("lot", lot(), tender.lot());
        }
    }

    /** The lot that it was sealed for. */
    public String lot() {
        return UUID.fromString(notes.path("lot").asText()).toString();
    }

    /** Id that all replacements of one bid share, hexadecimal. */
    public String bidId() {
        return Hex.encode(header.core().bidId());
    }

    /** Number of the attempt, from 1. */
    public int seq() {
        return header.core().seq();
    }

    /** SM3 of {@code header.der}, hexadecimal. */
    public String headerHash() {
        return Sm3.hex(headerDer);
    }

    /** {@code header.der}. */
    public byte[] headerDer() {
        return headerDer.clone();
    }

    /** {@code header.p7s}. */
    public byte[] signature() throws IOException {
        return Files.readAllBytes(folder.resolve("header.p7s"));
    }

    /**
     * The private key behind the envelope's own wrap: the one that was made for it, or the key file's. Refuses when
     * neither is there.
     */
    BigInteger ownKey(Optional<BigInteger> keyOfFile) {
        var made = notes.path("ownKey").asText();
        return made.isEmpty()
                ? keyOfFile.orElseThrow(
                        () -> SealRefusal.OTHER_ENVELOPE.at("ownKey", "none", "the key file with which it was sealed"))
                : new BigInteger(1, Hex.decode(made));
    }

    /** The parsed header. */
    public BidHeader header() {
        return header;
    }

    /** The frames of file n, one after another. */
    Path frames(BidFile file) {
        return folder.resolve("files/" + file.n() + ".enc");
    }

    /** A file beside the envelope, such as its receipt. */
    public Path beside(String name) {
        return folder.resolve(name);
    }

    /** Frames as they come, file after file. */
    private static final class Frames implements AutoCloseable {

        private final Path folder;
        private OutputStream out;
        private int open;

        Frames(Path folder) {
            this.folder = folder;
        }

        void take(int n, int i, byte[] frame) throws IOException {
            if (n != open) {
                close();
                out = new BufferedOutputStream(Files.newOutputStream(folder.resolve(n + ".enc")));
                open = n;
            }
            out.write(frame);
        }

        @Override
        public void close() throws IOException {
            if (out != null) {
                out.close();
                out = null;
            }
        }
    }
}
