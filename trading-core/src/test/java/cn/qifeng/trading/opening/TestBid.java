package cn.qifeng.trading.opening;

import cn.qifeng.kernel.ChineseCapitals;
import cn.qifeng.kernel.Fen;
import cn.qifeng.trading.tender.domain.PublishedLot;
import cn.qifeng.trust.cipher.Sm2;
import cn.qifeng.trust.cipher.Sm4Gcm;
import cn.qifeng.trust.envelope.BidDocument;
import cn.qifeng.trust.envelope.BidFileRole;
import cn.qifeng.trust.envelope.BidManifest;
import cn.qifeng.trust.envelope.BidSealer;
import cn.qifeng.trust.envelope.FileSource;
import cn.qifeng.trust.envelope.SealRequest;
import cn.qifeng.trust.envelope.SealedBid;
import cn.qifeng.trust.hash.Hex;
import cn.qifeng.trust.hash.Sm3;
import cn.qifeng.trust.keyset.KeySet;
import cn.qifeng.trust.sign.SigningKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A bid sealed by the Java sealer, with its frames in memory. */
public record TestBid(SealedBid sealed, List<Frame> frames, byte[] letter, BigInteger ownKey) {

    private static final SecureRandom RANDOM = new SecureRandom();

    /** One frame. */
    public record Frame(int n, int i, byte[] bytes) {

        public String sm3() {
            return Sm3.hex(bytes);
        }
    }

    public static byte[] newBidId() {
        var id = new byte[16];
        RANDOM.nextBytes(id);
        return id;
    }

    /** A bid of {@code priceFen} with a letter of {@code letterBytes}; {@code former} is the header it replaces. */
    public static TestBid seal(
            PublishedLot lot,
            KeySet set,
            SigningKey bidder,
            byte[] bidId,
            TestBid former,
            long priceFen,
            int letterBytes) {
        var letter = new byte[letterBytes];
        RANDOM.nextBytes(letter);
        var parts = Map.of(BidFileRole.LETTER, letter);
        return seal(lot, set, bidder, bidId, former, priceFen, parts);
    }

    /** A bid with these parts beside bid.json and the manifest. */
    static TestBid seal(
            PublishedLot lot,
            KeySet set,
            SigningKey bidder,
            byte[] bidId,
            TestBid former,
            long priceFen,
            Map<BidFileRole, byte[]> parts) {
        var sources = new ArrayList<FileSource>();
        sources.add(FileSource.of(document(priceFen).encode()));
        sources.add(FileSource.of(manifest(parts).encode()));
        parts.forEach((role, bytes) -> sources.add(FileSource.of(bytes)));
        var ownKey = Sm2.newPrivateKey(RANDOM);
        int seq = former == null ? 1 : former.sealed().header().core().seq() + 1;
        var request = new SealRequest(
                Hex.decode(lot.tenderCtx()),
                lot.docVersion(),
                lot.openingMode(),
                set,
                bidId,
                seq,
                former == null ? null : former.sealed().header().hash(),
                Sm2.publicKey(ownKey),
                sources);
        var frames = new ArrayList<Frame>();
        try {
            var sealed = new BidSealer(new Sm4Gcm(), RANDOM)
                    .seal(request, bidder, (n, i, bytes) -> frames.add(new Frame(n, i, bytes.clone())));
            return new TestBid(sealed, frames, parts.get(BidFileRole.LETTER), ownKey);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BidDocument document(long priceFen) {
        var price = new Fen(priceFen);
        return new BidDocument(
                price,
                "人民币" + ChineseCapitals.of(price),
                300,
                "合格",
                90,
                "标记经理" + priceFen,
                new BidDocument.Security(BidDocument.Form.BOND, new Fen(20_000_000L), "BH-1"));
    }

    private static BidManifest manifest(Map<BidFileRole, byte[]> parts) {
        var entries = new ArrayList<BidManifest.Entry>();
        entries.add(new BidManifest.Entry(1, BidFileRole.BID, "bid.json", "application/json", null, null));
        entries.add(new BidManifest.Entry(2, BidFileRole.MANIFEST, "manifest.json", "application/json", null, null));
        parts.forEach((role, bytes) -> entries.add(new BidManifest.Entry(
                entries.size() + 1,
                role,
                role.name().toLowerCase(Locale.ROOT) + ".pdf",
                "application/pdf",
                (long) bytes.length,
                Sm3.hex(bytes))));
        return new BidManifest(entries, Map.of());
    }

    public String headerHash() {
        return sealed.header().hashHex();
    }

    public String bidId() {
        return sealed.header().core().bidIdHex();
    }
}
