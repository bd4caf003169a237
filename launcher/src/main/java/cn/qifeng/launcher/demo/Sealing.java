package cn.qifeng.launcher.demo;

import cn.qifeng.trust.cipher.Sm2;
import cn.qifeng.trust.cipher.Sm4Gcm;
import cn.qifeng.trust.envelope.BidCore;
import cn.qifeng.trust.envelope.BidFileRole;
import cn.qifeng.trust.envelope.BidManifest;
import cn.qifeng.trust.envelope.BidSealer;
import cn.qifeng.trust.envelope.FileSource;
import cn.qifeng.trust.envelope.OpeningMode;
import cn.qifeng.trust.envelope.SealRequest;
import cn.qifeng.trust.hash.Hex;
import cn.qifeng.trust.hash.Sm3;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.keyset.KeySet;
import cn.qifeng.trust.sign.Signatures;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A bidder's client: seals, uploads frame by frame, seals the deal, and verifies the receipt before it says so. */
final class Sealing {

    private final Api visitor;
    private final String tender;
    private final String lot;
    private final SecureRandom random = new SecureRandom();
    private final BidSealer sealer = new BidSealer(new Sm4Gcm(), random);

    Sealing(Api visitor, String tender, String lot) {
        this.visitor = visitor;
        this.tender = tender;
        this.lot = lot;
    }

    /** Seals one bid and returns the receipt's doc. */
    JsonNode seal(Actor bidder, BidFiles files) throws IOException {
        var sources = sources(files);
        var notice = visitor.get("/api/core/public/tenders/" + tender);
        var set = KeySet.from(notice.path("keySet")).verify();
        var publication = notice.path("tender");
        var bidId = new byte[16];
        random.nextBytes(bidId);
        var context =
                BidCore.tenderCtx(Hex.decode(publication.path("publicationHash").asText()), UUID.fromString(lot));
        var self = Sm2.newPrivateKey(random);
        var upload = announce(bidder, sources);
        var sealed = sealer.seal(
                new SealRequest(
                        context,
                        publication.path("document").path("version").asInt(),
                        OpeningMode.TRUSTEES,
                        set,
                        bidId,
                        1,
                        null,
                        Sm2.publicKey(self),
                        sources),
                bidder.key(),
                (n, i, frame) -> bidder.api()
                        .put(
                                "/api/core/uploads/" + upload + "/files/" + n + "/frames/" + i,
                                "application/octet-stream",
                                frame,
                                "X-Frame-SM3",
                                Sm3.hex(frame)));
        var ticket = bidder.api().post("/api/core/uploads/" + upload + "/ticket", CanonicalJson.object());
        var body = CanonicalJson.object()
                .put("lotId", lot)
                .put("header", Base64.getEncoder().encodeToString(sealed.headerDer()))
                .put("signature", Base64.getEncoder().encodeToString(sealed.signature()))
                .put("ticket", ticket.path("ticket").asText());
        return receipt(bidder.api().post("/api/core/seals", body), Sm3.hex(sealed.headerDer()));
    }

    private static JsonNode receipt(JsonNode answer, String headerHash) {
        var doc = answer.path("doc");
        Signatures.verify(
                CanonicalJson.encode(doc),
                Base64.getDecoder().decode(answer.path("sig").asText()));
        if (!doc.path("headerHash").asText().equals(headerHash)
                || !doc.path("act").asText().equals("SEALED")) {
            throw new DemoFailed("receipt", "for another envelope: " + doc, null);
        }
        return doc;
    }

    private String announce(Actor bidder, List<FileSource> sources) throws IOException {
        var body = CanonicalJson.object().put("lotId", lot);
        var files = body.putArray("files");
        for (int i = 0; i < sources.size(); i++) {
            long length = sources.get(i).length();
            files.addObject()
                    .put("n", i + 1)
                    .put("length", length)
                    .put("frameCount", Math.max(1, (length + (1 << 20) - 1) >> 20));
        }
        return bidder.api().post("/api/core/uploads", body).path("id").asText();
    }

    private static List<FileSource> sources(BidFiles files) throws IOException {
        var entries = new ArrayList<BidManifest.Entry>();
        entries.add(new BidManifest.Entry(1, BidFileRole.BID, "bid.json", "application/json", null, null));
        entries.add(new BidManifest.Entry(2, BidFileRole.MANIFEST, "manifest.json", "application/json", null, null));
        entries.add(entry(3, BidFileRole.LETTER, files.letter(), "application/json"));
        entries.add(entry(4, BidFileRole.TECHNICAL, files.technical(), "application/pdf"));
        entries.add(entry(
                5,
                BidFileRole.PRICED_BILL,
                files.pricedBill(),
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"));
        return List.of(
                FileSource.of(files.bid().encode()),
                FileSource.of(new BidManifest(entries, Map.of()).encode()),
                FileSource.of(files.letter()),
                FileSource.of(files.technical()),
                FileSource.of(files.pricedBill()));
    }

    private static BidManifest.Entry entry(int n, BidFileRole role, Path file, String type) throws IOException {
        return new BidManifest.Entry(
                n, role, String.valueOf(file.getFileName()), type, Files.size(file), Sm3.hex(Files.readAllBytes(file)));
    }
}
