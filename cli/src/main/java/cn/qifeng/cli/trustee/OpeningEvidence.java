package cn.qifeng.cli.trustee;

import cn.qifeng.auditor.Audit;
import cn.qifeng.auditor.PackageFile;
import cn.qifeng.auditor.Report;
import cn.qifeng.trust.cipher.Sm4Gcm;
import cn.qifeng.trust.envelope.BidHeader;
import cn.qifeng.trust.envelope.BidOpener;
import cn.qifeng.trust.envelope.BidRelease;
import cn.qifeng.trust.envelope.TrusteeWrap;
import cn.qifeng.trust.hash.Hex;
import cn.qifeng.trust.hash.Sm3;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.keyset.KeySet;
import cn.qifeng.trust.sign.Statement;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a trustee presses for (启封依据): the trustee's cut of the evidence package, proved by the auditor with the trustee's
 * own trust file, and then held against what this client made and saw itself. Nothing that the platform says besides it
 * goes into a press.
 */
final class OpeningEvidence {

    private final String tender;
    private final String lot;
    private final ProvedChain chain;
    private final List<KeySet> sets;
    private final Map<String, BidHeader> headers = new LinkedHashMap<>();

    private OpeningEvidence(String tender, String lot, ProvedChain chain) {
        this.tender = tender;
        this.lot = lot;
        this.chain = chain;
        this.sets = sets(chain);
    }

    /** Fetches the trustee's cut of a lot and verifies it; refuses with what does not hold. */
    static OpeningEvidence fetch(Desk desk, String lot) throws IOException {
        var evidence = of(desk, lot, "TRUSTEE");
        for (KeySet set : evidence.sets) {
            if (!evidence.lost(set, desk.certificateId())) {
                DrawBasis.requireOwnKey(desk, set);
            }
        }
        evidence.requireOwnNumber(desk);
        evidence.chain.requireExtends(desk.safe().seen(evidence.tender));
        desk.safe().see(evidence.tender, evidence.chain.last());
        return evidence;
    }

    /** The published set and those that came in force after it; the auditor has judged how. */
    private static List<KeySet> sets(ProvedChain chain) {
        var sets = new ArrayList<KeySet>();
        sets.add(KeySet.from(
                chain.first("tender/published").orElseThrow().shown().path("keySet")));
        for (var inForce : chain.all("lot/key-set-in-force")) {
            chain.all("lot/key-set").stream()
                    .map(link -> KeySet.from(link.shown().path("keySet")))
                    .filter(set ->
                            set.idHex().equals(inForce.shown().path("set").asText()))
                    .forEach(sets::add);
        }
        return sets;
    }

    /** Whether this member (certificate id) declared its key of the set lost. */
    private boolean lost(KeySet set, String member) {
        return chain.all("lot/key-lost").stream()
                .filter(link -> link.doc().path("set").asText().equals(set.idHex()))
                .anyMatch(link -> Statement.from(link.shown().path("statement"))
                        .verify()
                        .certificateId()
                        .equals(member));
    }

    /** The sets with envelopes to open in which this member has a key that is not lost. */
    List<KeySet> toPress(String member) {
        return sets.stream()
                .filter(set -> set.member(member).isPresent() && !lost(set, member))
                .filter(set -> headers.values().stream().anyMatch(header -> opens(set, header)))
                .toList();
    }

    /** Whether the members of a set open an envelope: the one it is sealed to, in mode BIDDERS the one in force. */
    private boolean opens(KeySet set, BidHeader header) {
        return chain.first("lot/release-list").isPresent()
                ? set.idHex().equals(set().idHex())
                : set.idHex().equals(Hex.encode(header.core().trusteeSet()));
    }

    /** A cut of a lot's tender that the auditor proves with the trust file. */
    static OpeningEvidence of(Desk desk, String lot, String cut) throws IOException {
        var tender = desk.person()
                .visitor()
                .get("/api/core/lots/" + lot + "/opening")
                .path("tender")
                .asText();
        var path = desk.safe().file("evidence-" + lot + "-" + cut.toLowerCase(Locale.ROOT) + ".zip");
        desk.api().download("/api/core/tenders/" + tender + "/package?cut=" + cut, path);
        prove(desk, path);
        try (var file = PackageFile.open(path)) {
            var manifest = file.json("package.json");
            require("tender", manifest.path("tender").asText(), tender);
            require("lot", manifest.path("lot").asText(), lot);
            require("cut", manifest.path("cut").asText(), cut);
            var evidence = new OpeningEvidence(tender, lot, ProvedChain.of(file));
            if (cut.equals("TRUSTEE")) {
                evidence.readHeaders(file);
            }
            return evidence;
        }
    }

    private static void prove(Desk desk, Path path) throws IOException {
        var anchors = desk.safe().file("trust.json");
        Files.write(anchors, desk.person().trust().encode());
        var report = Audit.run(path, anchors, finding -> {});
        if (report.verdict() != Report.Verdict.PROVED) {
            throw TrusteeRefusal.EVIDENCE_BROKEN.at(
                    report.object(), report.code(), "evidence that holds: " + report.reason());
        }
    }

    private static void require(String field, String seen, String expected) {
        if (!seen.equals(expected)) {
            throw TrusteeRefusal.OTHER_EVIDENCE.at(field, seen, expected);
        }
    }

    /** The envelopes to open: the live bids of the list, in mode BIDDERS those that the release list calls released. */
    private void readHeaders(PackageFile file) {
        var released = new LinkedHashMap<String, JsonNode>();
        chain.first("lot/release-list")
                .ifPresent(list -> list.shown()
                        .path("bids")
                        .forEach(line -> released.put(line.path("bidId").asText(), line)));
        for (JsonNode line : standing()) {
            var bidId = line.path("bidId").asText();
            var release = released.get(bidId);
            if (release != null && !release.path("outcome").asText().equals("RELEASED")) {
                continue;
            }
            var der = file.bytes("bids/" + bidId + "-" + line.path("seq").asInt() + "/header.der");
            var header = BidHeader.decode(der);
            headers.put(bidId, release == null ? header : header.released(wraps(release)));
        }
    }

    /** Of each bid the last line that is live, or held and admitted. */
    private Collection<JsonNode> standing() {
        var admitted = new HashSet<String>();
        chain.first("lot/held-decided")
                .ifPresent(decided -> decided.shown().path("decisions").forEach(line -> {
                    if (line.path("admitted").asBoolean()) {
                        admitted.add(line.path("headerHash").asText());
                    }
                }));
        var standing = new LinkedHashMap<String, JsonNode>();
        for (JsonNode line : bids()) {
            var state = line.path("state").asText();
            var hash = line.path("headerHash").asText();
            if (state.equals("LIVE") || state.equals("HELD") && admitted.contains(hash)) {
                standing.put(line.path("bidId").asText(), line);
            }
        }
        return standing.values();
    }

    private List<TrusteeWrap> wraps(JsonNode line) {
        for (var link : chain.all("lot/released")) {
            if (Sm3.hex(CanonicalJson.encode(link.doc()))
                    .equals(line.path("release").asText())) {
                return BidRelease.from(link.doc()).wraps();
            }
        }
        throw TrusteeRefusal.OTHER_EVIDENCE.at("release", line.path("release").asText(), "a release of the chain");
    }

    private JsonNode bids() {
        return chain.first("lot/bid-list").orElseThrow().shown().path("bids");
    }

    /** Refuses a coefficient that was drawn with another number of this trustee than the one it kept. */
    private void requireOwnNumber(Desk desk) {
        for (var link : chain.all("draw/revealed")) {
            var said = link.shown().has("statement") ? link.doc() : link.shown();
            var draw = said.path("drawId").asText();
            var kept = desk.safe().nonce(draw);
            if (kept.isPresent()
                    && ownCommit(draw, desk, link)
                    && !Hex.encode(kept.get()).equals(said.path("nonce").asText())) {
                throw TrusteeRefusal.FOREIGN_DRAW.at(
                        "draw/revealed", said.path("nonce").asText(), "the number that you committed to");
            }
        }
    }

    /** Whether a revealed number is the one of this trustee. */
    private static boolean ownCommit(String draw, Desk desk, ProvedChain.Link link) {
        if (link.shown().has("statement")) {
            return Statement.from(link.shown().path("statement"))
                    .verify()
                    .certificateId()
                    .equals(desk.certificateId());
        }
        return link.shown().path("party").asText().equals(desk.certificateId());
    }

    String tender() {
        return tender;
    }

    ProvedChain chain() {
        return chain;
    }

    /** The set in force. */
    KeySet set() {
        return sets.get(sets.size() - 1);
    }

    List<KeySet> sets() {
        return List.copyOf(sets);
    }

    /** How many envelopes are to be opened. */
    int envelopes() {
        return headers.size();
    }

    String bidList() {
        return chain.first("lot/bid-list").orElseThrow().head().hash();
    }

    /** The coefficient that was drawn. */
    String coefficient() {
        for (var draw : chain.all("draw/opened")) {
            if (draw.shown().path("purpose").asText().equals("COEFFICIENT")) {
                for (var result : chain.all("draw/result")) {
                    if (result.shown().path("drawId").equals(draw.shown().path("drawId"))) {
                        return result.shown().path("values").path(0).asText();
                    }
                }
            }
        }
        throw TrusteeRefusal.FOREIGN_DRAW.at("draw/result", "none", "the coefficient drawn");
    }

    /** The press (启封文书) with the key of one set: one answer for each envelope that its members open, the own share or that its wrap is bad. */
    ObjectNode pressDoc(KeySet set, String trustee, BigInteger key) {
        var doc = CanonicalJson.object()
                .put("type", "trustee-press")
                .put("v", 1)
                .put("tender", tender)
                .put("lot", lot)
                .put("set", set.idHex())
                .put("bidList", bidList());
        chain.first("lot/release-list")
                .ifPresent(list -> doc.put("releaseList", list.head().hash()));
        var shares = doc.putArray("shares");
        var opener = new BidOpener(new Sm4Gcm());
        headers.forEach((bidId, header) -> {
            if (!opens(set, header)) {
                return;
            }
            var line = shares.addObject().put("bidId", bidId);
            opener.share(header, trustee, key)
                    .ifPresentOrElse(share -> line.put("share", Hex.encode(share)), () -> line.put("badWrap", true));
        });
        return doc;
    }
}
