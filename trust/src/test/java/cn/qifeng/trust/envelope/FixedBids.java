package cn.qifeng.trust.envelope;

import cn.qifeng.kernel.Fen;
import cn.qifeng.trust.cipher.Sm2;
import cn.qifeng.trust.cipher.Sm4Gcm;
import cn.qifeng.trust.fixture.People;
import cn.qifeng.trust.hash.Bytes;
import cn.qifeng.trust.hash.Hex;
import cn.qifeng.trust.hash.Sm3;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.share.Shamir;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A bid sealed with fixed keys, every step of it shown: the envelope part of the vectors. */
public final class FixedBids {

    private static final byte[] PUBLICATION = Sm3.of(Bytes.ascii("publication of the vectors"));
    private static final byte[] BID_ID = Hex.decode("0f1e2d3c4b5a69788796a5b4c3d2e1f0");
    private static final byte[] CEK = Hex.decode("000102030405060708090a0b0c0d0e0f");
    private static final byte[] SALT = Hex.decode("101112131415161718191a1b1c1d1e1f");
    private static final int LONG_FILE = Frames.SIZE + 5;

    private final People people;
    private final Map<String, List<byte[]>> frames = new TreeMap<>();

    private FixedBids(People people) {
        this.people = people;
    }

    /** The vectors of one bid and of its replacement. */
    public static ObjectNode vectors(People people) throws IOException {
        var first = new FixedBids(people);
        var sealed = first.seal(1, null);
        var json = first.describe(sealed);
        var replacement = new FixedBids(people).seal(2, sealed.header().hash());
        json.putObject("replacement")
                .put("seq", 2)
                .put("prev", sealed.header().hashHex())
                .put("header", Hex.encode(replacement.headerDer()))
                .put("headerHash", replacement.header().hashHex());
        return json;
    }

    private SealedBid seal(int seq, byte[] prev) throws IOException {
        var request = new SealRequest(
                BidCore.tenderCtx(PUBLICATION, People.LOT),
                1,
                OpeningMode.TRUSTEES,
                people.keySet(),
                BID_ID,
                seq,
                prev,
                Sm2.publicKey(people.bidderEncryptionKey()),
                List.of(
                        FileSource.of(bid().encode()),
                        FileSource.of(manifest().encode()),
                        FileSource.of(pattern(LONG_FILE)),
                        FileSource.of(new byte[0])));
        return new BidSealer(new Sm4Gcm(), people.random())
                .seal(
                        request,
                        people.bidder(),
                        (n, i, frame) -> frames.computeIfAbsent("" + n, key -> new ArrayList<>())
                                .add(frame),
                        CEK,
                        SALT);
    }

    private ObjectNode describe(SealedBid sealed) {
        var core = sealed.header().core();
        var json = CanonicalJson.object()
                .put("publicationHash", Hex.encode(PUBLICATION))
                .put("lotId", People.LOT.toString())
                .put("tenderCtx", Hex.encode(core.tenderCtx()))
                .put("docVersion", core.docVersion())
                .put("mode", "TRUSTEES")
                .put("bidId", core.bidIdHex())
                .put("seq", core.seq())
                .put("cek", Hex.encode(CEK))
                .put("salt", Hex.encode(SALT))
                .put("keyCommit", Hex.encode(core.keyCommit()))
                .put("core", Hex.encode(core.hash()))
                .put("selfPublicKey", Hex.encode(sealed.header().self().publicKey()))
                .put("selfWrap", Hex.encode(sealed.header().self().wrap().encode()));
        shares(json, sealed);
        files(json, sealed);
        return json.put("header", Hex.encode(sealed.headerDer()))
                .put("headerHash", sealed.header().hashHex())
                .put("signature", Base64.getEncoder().encodeToString(sealed.signature()));
    }

    private void shares(ObjectNode json, SealedBid sealed) {
        var coefficients = sealed.keys().coefficients(people.keySet().threshold());
        var list = json.putArray("coefficients");
        coefficients.forEach(coefficient -> list.add(Hex.encode(coefficient)));
        var core = sealed.header().core().hash();
        var shares = json.putArray("shares");
        for (var member : people.keySet().members()) {
            var wrap = sealed.header().trustees().get(member.x() - 1);
            shares.addObject()
                    .put("x", member.x())
                    .put("trusteeId", member.idHex())
                    .put("share", Hex.encode(Shamir.share(CEK, coefficients, member.x())))
                    .put("shareCommit", Hex.encode(wrap.shareCommit()))
                    .put("scalar", Hex.encode(Sm2.bytes32(sealed.keys().scalar("trustee", member.id(), core))))
                    .put("wrap", Hex.encode(wrap.wrap().encode()));
        }
    }

    private void files(ObjectNode json, SealedBid sealed) {
        var files = json.putArray("files");
        for (var file : sealed.header().files()) {
            var node = files.addObject()
                    .put("n", file.n())
                    .put("length", file.length())
                    .put("frameCount", file.frameCount())
                    .put("fileKey", Hex.encode(sealed.keys().fileKey(file.n())))
                    .put("fileKeyCommit", Hex.encode(file.fileKeyCommit()))
                    .put("cipherSm3", Hex.encode(file.cipherSm3()));
            var list = node.putArray("frameSm3");
            frames.get("" + file.n()).forEach(frame -> list.add(Sm3.hex(frame)));
            if (file.length() < 4096) {
                node.put("frame", Hex.encode(frames.get("" + file.n()).get(0)));
            }
        }
        ((ObjectNode) files.get(0)).set("plain", bid().toDoc());
        ((ObjectNode) files.get(1))
                .put(
                        "plainBase64",
                        Base64.getEncoder().encodeToString(manifest().encode()));
        ((ObjectNode) files.get(2)).put("plainPattern", "byte i is (7 i + 3) mod 256");
        ((ObjectNode) files.get(3)).put("plainBase64", "");
    }

    private static BidDocument bid() {
        return new BidDocument(
                Fen.ofYuan("18765432.10"),
                "壹仟捌佰柒拾陆万伍仟肆佰叁拾贰元壹角",
                540,
                "合格",
                90,
                "李四",
                new BidDocument.Security(BidDocument.Form.BOND, Fen.ofYuan("300000"), "BH-2026-0001"));
    }

    private static BidManifest manifest() {
        return new BidManifest(
                List.of(
                        new BidManifest.Entry(1, BidFileRole.BID, "bid.json", "application/json", null, null),
                        new BidManifest.Entry(2, BidFileRole.MANIFEST, "manifest.json", "application/json", null, null),
                        new BidManifest.Entry(
                                3,
                                BidFileRole.TECHNICAL,
                                "技术标.pdf",
                                "application/pdf",
                                (long) LONG_FILE,
                                Sm3.hex(pattern(LONG_FILE))),
                        new BidManifest.Entry(4, BidFileRole.OTHER, "空.txt", "text/plain", 0L, Sm3.hex(new byte[0]))),
                Map.of("pricingSoftware", "none"));
    }

    private static byte[] pattern(int length) {
        var bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) (7 * i + 3);
        }
        return bytes;
    }
}
