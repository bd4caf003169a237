package cn.qifeng.launcher.measure.bidder;

import cn.qifeng.cli.seal.Publication;
import cn.qifeng.kernel.ChineseCapitals;
import cn.qifeng.kernel.Fen;
import cn.qifeng.trust.cipher.Sm2;
import cn.qifeng.trust.envelope.BidDocument;
import cn.qifeng.trust.envelope.BidFileRole;
import cn.qifeng.trust.envelope.BidManifest;
import cn.qifeng.trust.envelope.BidSealer;
import cn.qifeng.trust.envelope.FileSource;
import cn.qifeng.trust.envelope.SealRequest;
import cn.qifeng.trust.envelope.SealedBid;
import cn.qifeng.trust.gcrypt.Gcrypt;
import cn.qifeng.trust.hash.Sm3;
import cn.qifeng.trust.sign.SigningKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A bid of one letter, sealed at the client, with its frames in memory.
 *
 * @param priceFen what the opening has to show for it
 */
public record SmallBid(SealedBid sealed, List<Frame> frames, long priceFen) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BID_ID = 16;
    private static final int LETTER_BYTES = 200;

    /** A file of the bid and what its bidder calls it. */
    public record NamedFile(String name, byte[] bytes) {}

    /** One encrypted frame. */
    public record Frame(int n, int i, byte[] bytes) {}

    /** The next envelope of a bidder for a tender; {@code former} is its last one there, or {@code null}. */
    public static SmallBid seal(Publication tender, SigningKey key, SmallBid former, long priceFen) {
        return seal(tender, key, former, priceFen, LETTER_BYTES);
    }

    /** The same with a letter of so many bytes; all of it is in memory. */
    public static SmallBid seal(Publication tender, SigningKey key, SmallBid former, long priceFen, int letterBytes) {
        return seal(tender, key, former, priceFen, List.of(new NamedFile("letter.bin", bytes(letterBytes))));
    }

    /** The same with these files from number 3 on; the first of them is the letter. */
    public static SmallBid seal(
            Publication tender, SigningKey key, SmallBid former, long priceFen, List<NamedFile> files) {
        var core = former == null ? null : former.sealed.header().core();
        var sources = new ArrayList<>(List.of(
                FileSource.of(document(priceFen).encode()),
                FileSource.of(manifest(files).encode())));
        files.forEach(file -> sources.add(FileSource.of(file.bytes())));
        var request = new SealRequest(
                tender.context(),
                tender.docVersion(),
                tender.mode(),
                tender.keySet(),
                core == null ? bytes(BID_ID) : core.bidId(),
                core == null ? 1 : core.seq() + 1,
                former == null ? null : former.sealed.header().hash(),
                Sm2.publicKey(Sm2.newPrivateKey(RANDOM)),
                sources);
        var frames = new ArrayList<Frame>();
        try {
            var sealed = new BidSealer(Gcrypt.fastest(), RANDOM, 1)
                    .seal(request, key, (n, i, frame) -> frames.add(new Frame(n, i, frame)));
            return new SmallBid(sealed, frames, priceFen);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(int length) {
        var bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    private static BidDocument document(long priceFen) {
        var price = new Fen(priceFen);
        return new BidDocument(
                price,
                ChineseCapitals.of(price),
                300,
                "合格",
                90,
                "卫青松",
                new BidDocument.Security(BidDocument.Form.BOND, new Fen(20_000_000L), "BH-1"));
    }

    /** File 2 of a bid with these files from number 3 on. */
    public static BidManifest manifest(List<NamedFile> files) {
        var entries = new ArrayList<>(List.of(
                new BidManifest.Entry(1, BidFileRole.BID, "bid.json", "application/json", null, null),
                new BidManifest.Entry(2, BidFileRole.MANIFEST, "manifest.json", "application/json", null, null)));
        for (var file : files) {
            entries.add(new BidManifest.Entry(
                    entries.size() + 1,
                    entries.size() == 2 ? BidFileRole.LETTER : BidFileRole.OTHER,
                    file.name(),
                    "application/octet-stream",
                    (long) file.bytes().length,
                    Sm3.hex(file.bytes())));
        }
        return new BidManifest(entries, Map.of());
    }

    /** SM3 of the header, hexadecimal: what the envelope is known by. */
    public String headerHash() {
        return sealed.header().hashHex();
    }

    /** Id of the bid, the same for all envelopes of one bidder in one lot, hexadecimal. */
    public String bidId() {
        return sealed.header().core().bidIdHex();
    }

    /** The bidder's own number of the envelope. */
    public int seq() {
        return sealed.header().core().seq();
    }
}
