package cn.qifeng.auditor.check;

import cn.qifeng.auditor.Broken;
import cn.qifeng.auditor.Canon;
import cn.qifeng.auditor.Dossier;
import cn.qifeng.auditor.Shape;
import cn.qifeng.auditor.crypto.BidHeader;
import cn.qifeng.auditor.crypto.Certificates;
import com.fasterxml.jackson.databind.JsonNode;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * Mode BIDDERS: each release by the bidder of its bid, for the published list and the published trustees, within the
 * window; every live bid in the release list, released or with a signed cause.
 */
public final class ReleasesCheck implements Check {

    private static final List<String> TYPES = List.of("lot/released", "lot/release-extended", "lot/release-list");

    @Override
    public String name() {
        return "releases";
    }

    @Override
    public int run(Dossier dossier) {
        var lists = dossier.entries("lot/release-list");
        if (!byBidders(dossier)) {
            Shape.equal(
                    dossier.publication(), "openingMode", "TRUSTEES", "chain/000001.json", "an unknown opening mode");
            for (Dossier.Entry entry : dossier.entries()) {
                Broken.unless(!TYPES.contains(entry.type()), entry.object(), "a release where the trustees open");
            }
            return 0;
        }
        if (lists.isEmpty()) {
            dossier.first("lot/opened").ifPresent(opened -> {
                throw new Broken(opened.object(), "opened without a release list");
            });
            return 0;
        }
        Broken.unless(lists.size() == 1, lists.get(lists.size() - 1).object(), "a second release list");
        return new Window(dossier, lists.get(0)).check();
    }

    /** Whether the tender was published with release by its bidders. */
    static boolean byBidders(Dossier dossier) {
        return "BIDDERS".equals(dossier.publication().path("openingMode").textValue());
    }

    /** The header with the wraps that its bidder released; as it is in mode TRUSTEES. */
    static BidHeader released(Dossier dossier, BidHeader header) {
        if (!byBidders(dossier)) {
            return header;
        }
        var bidId = HexFormat.of().formatHex(header.bidId());
        for (Dossier.Entry entry : dossier.entries("lot/released")) {
            if (entry.doc().path("bidId").asText().equals(bidId)) {
                return header.with(wraps(entry));
            }
        }
        return header;
    }

    private static List<BidHeader.TrusteeWrap> wraps(Dossier.Entry entry) {
        var object = entry.object();
        var wraps = new ArrayList<BidHeader.TrusteeWrap>();
        for (JsonNode share : entry.doc().path("shares")) {
            Shape.exactly(share, object + "#statement.doc.shares", "member", "shareCommit", "wrap");
            wraps.add(new BidHeader.TrusteeWrap(
                    Shape.hex(share, "member", 32, object),
                    Shape.hex(share, "shareCommit", 32, object),
                    Shape.base64(share, "wrap", object)));
        }
        return wraps;
    }

    /** What happened in one window. */
    private static final class Window {

        private final Dossier dossier;
        private final Dossier.Entry list;
        private final Dossier.Entry bidList;
        private final Dossier.Entry names;
        private final List<JsonNode> live;
        private final Map<String, String> releases = new HashMap<>();

        Window(Dossier dossier, Dossier.Entry list) {
            this.dossier = dossier;
            this.list = list;
            this.bidList = dossier.first("lot/bid-list")
                    .orElseThrow(() -> new Broken(list.object(), "opened without a bid list"));
            this.names = dossier.first("lot/names")
                    .orElseThrow(() -> new Broken(list.object(), "released before the names were read"));
            this.live = LiveLines.of(dossier);
        }

        int check() {
            var object = list.object();
            Shape.exactly(list.body(), object + "#body", "bidList", "opensAt", "closesAt", "bids");
            Shape.equal(list.body(), "bidList", bidList.contentHash(), object, "a release list of another bid list");
            var opensAt = Shape.moment(list.body(), "opensAt", object);
            Broken.unless(!opensAt.isBefore(names.at()), object + "#opensAt", "released before the names were read");
            var time = new ReleaseTime(dossier, opensAt, "chain/000001.json");
            Dossier.Entry still = null;
            for (Dossier.Entry entry : dossier.entries()) {
                if (entry.type().equals("lot/suspended")) {
                    still = entry;
                } else if (entry.type().equals("lot/suspension-decided") && during(entry)) {
                    time.stoodStill(still.at(), entry.at());
                } else if (entry.type().equals("lot/release-extended")) {
                    inOrder(entry);
                    time.extend(dossier, entry);
                } else if (entry.type().equals("lot/released")) {
                    inOrder(entry);
                    release(entry, time);
                }
            }
            Broken.unless(
                    Shape.moment(list.body(), "closesAt", object).equals(time.end())
                            && list.at().isAfter(time.end()),
                    object + "#closesAt",
                    "not the time that was published or extended");
            lines();
            return releases.size();
        }

        /** Whether it stands between the names and the release list; {@link SuspensionsCheck} has judged the pairs. */
        private boolean during(Dossier.Entry entry) {
            return entry.n() > names.n() && entry.n() < list.n();
        }

        private void inOrder(Dossier.Entry entry) {
            Broken.unless(entry.n() > names.n(), entry.object(), "released before the names were read");
            Broken.unless(entry.n() < list.n(), entry.object(), "released behind the release list");
        }

        private void release(Dossier.Entry entry, ReleaseTime time) {
            var object = entry.object();
            Shape.exactly(entry.body(), object + "#body", "statement", "receipt");
            var doc = entry.doc();
            Shape.equal(doc, "type", "bid-release", object, "not a release");
            var bidId = Shape.text(doc, "bidId", object);
            var line = live.stream()
                    .filter(one -> one.path("bidId").asText().equals(bidId))
                    .findFirst()
                    .orElseThrow(() -> new Broken(object, "a release of no live bid", bidId));
            Shape.equal(doc, "headerHash", line.path("headerHash"), object, "a release of another envelope");
            Shape.equal(doc, "lot", dossier.lot(), object, "a release in another lot");
            Shape.equal(doc, "bidList", bidList.contentHash(), object, "released for another bid list");
            Shape.equal(doc, "checkpoint", checkpoint(), object, "released under another head");
            Shape.equal(doc, "trusteeSet", LotSets.of(dossier).current().id(), object, "released to other trustees");
            Broken.unless(owner(bidId).equals(uscc(entry)), object, "released by another bidder");
            var hash = Dossier.sm3(doc, object);
            Broken.unless(releases.put(bidId, hash) == null, object, "released twice", bidId);
            receipt(entry, line, hash, time);
        }

        private void receipt(Dossier.Entry entry, JsonNode line, String hash, ReleaseTime time) {
            var at = entry.object() + "#receipt";
            var receipt = entry.body().path("receipt");
            Shape.exactly(receipt, at, "doc", "sig");
            var doc = byPlatform(receipt, entry, at);
            Shape.equal(doc, "type", "release-receipt", at, "not the receipt of a release");
            for (String id : new String[] {"tender", "lot", "log", "trustFile", "sandbox"}) {
                Shape.equal(doc, id, dossier.manifest().path(id), at, "a receipt of something else");
            }
            Shape.equal(doc, "bidId", line.path("bidId"), at, "a receipt of something else");
            Shape.equal(doc, "headerHash", line.path("headerHash"), at, "a receipt of something else");
            Shape.equal(doc, "release", hash, at, "not the receipt of a release");
            Broken.unless(time.contains(Shape.moment(doc, "stamp", at)), at, "released outside the window");
        }

        /** The doc of what the platform's receipt key signed. */
        private JsonNode byPlatform(JsonNode signed, Dossier.Entry entry, String at) {
            var doc = signed.path("doc");
            var signer = dossier.platformSigner(
                    "receiptCertificates", Canon.bytes(doc, at), Shape.base64(signed, "sig", at), at);
            var head = dossier.heads().stream()
                    .filter(one -> one.size() > entry.index())
                    .findFirst()
                    .orElseThrow(() -> new Broken(at, "under no head"));
            dossier.anchors()
                    .ifPresent(anchors -> Broken.unless(
                            anchors.inForce("receiptCertificates", signer, head.machineAt()),
                            at,
                            "not a key of the trust file"));
            return doc;
        }

        /** SM3 of the first published head over the bid list. */
        private String checkpoint() {
            for (int i = 0; i < dossier.heads().size(); i++) {
                if (dossier.heads().get(i).size() > bidList.index()) {
                    var head = dossier.file().json("heads.json").get(i).path("head");
                    return Dossier.sm3(head, "heads.json#" + i);
                }
            }
            throw new Broken(bidList.object(), "under no head");
        }

        private String owner(String bidId) {
            for (JsonNode name : names.body().path("bids")) {
                if (name.path("bidId").asText().equals(bidId)) {
                    return name.path("uscc").asText();
                }
            }
            throw new Broken(names.object(), "not exactly the live bids");
        }

        private String uscc(Dossier.Entry entry) {
            X509Certificate signer = dossier.signer(entry.body().path("statement"), entry);
            try {
                return Certificates.uscc(signer);
            } catch (GeneralSecurityException e) {
                throw new Broken(entry.object(), "an unreadable certificate");
            }
        }

        /** Every live bid once, in order, released or with its cause; and enough of them left. */
        private void lines() {
            var object = list.object();
            var bids = list.body().path("bids");
            Broken.unless(bids.size() == live.size(), object, "not exactly the live bids");
            int left = 0;
            for (int i = 0; i < live.size(); i++) {
                var line = bids.get(i);
                var at = object + "#" + live.get(i).path("bidId").asText();
                Shape.exactly(line, at, "bidId", "outcome", "release", "causation");
                Shape.equal(line, "bidId", live.get(i).path("bidId"), object, "not the live bids");
                var hash = releases.get(line.path("bidId").asText());
                if (line.path("outcome").asText().equals("RELEASED")) {
                    Broken.unless(
                            line.path("release").asText().equals(hash)
                                    && line.path("causation").isNull(),
                            at,
                            "released without a release");
                } else {
                    Broken.unless(
                            hash == null && line.path("release").isNull(), at, "a release that the list leaves out");
                    CausationCheck.run(
                            dossier, byPlatform(line.path("causation"), list, at), line, live.get(i), list, at);
                }
                left += line.path("outcome").asText().equals("DEEMED_WITHDRAWN") ? 0 : 1;
            }
            Broken.unless(!releases.isEmpty() && left >= OpeningCheck.BIDS_MIN, object, "closed with too few bids");
        }
    }
}
