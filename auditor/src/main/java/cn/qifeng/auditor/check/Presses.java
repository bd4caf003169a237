package cn.qifeng.auditor.check;

import cn.qifeng.auditor.Broken;
import cn.qifeng.auditor.Dossier;
import cn.qifeng.auditor.Dossier.Entry;
import cn.qifeng.auditor.Shape;
import cn.qifeng.auditor.crypto.BidHeader;
import cn.qifeng.auditor.crypto.Certificates;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the trustees pressed, as far as this cut shows it: each with a key of one set, for every bid to open that is sealed
 * to that set; and as many of each such set as its threshold, before anything was opened.
 */
final class Presses {

    private final Dossier dossier;
    private final LotSets sets;
    private final Entry list;
    private final Map<String, Set<String>> bids = new LinkedHashMap<>();
    private final Map<String, Map<String, JsonNode>> shares = new HashMap<>();

    private Presses(Dossier dossier, Entry list) {
        this.dossier = dossier;
        this.sets = LotSets.of(dossier);
        this.list = list;
    }

    /** Reads and judges all of them. */
    static Presses of(Dossier dossier, Entry list, Entry opened, List<JsonNode> live) {
        var presses = new Presses(dossier, list);
        live.forEach(presses::assign);
        var entries = dossier.entries("lot/pressed");
        entries.forEach(presses::read);
        presses.requireEnough(
                entries.stream().filter(press -> press.n() < opened.n()).toList(), opened);
        return presses;
    }

    /** The set whose members open a bid: the one it is sealed to, in mode BIDDERS the one it was released to. */
    static LotSets.InForce setOf(Dossier dossier, LotSets sets, BidHeader header, String object) {
        if (ReleasesCheck.byBidders(dossier)) {
            return sets.current();
        }
        var id = HexFormat.of().formatHex(header.trusteeSet());
        return sets.find(id).orElseThrow(() -> new Broken(object, "sealed to other trustees", id));
    }

    private void assign(JsonNode line) {
        var object = BidsCheck.folder(line) + "/header.der";
        var bidId = line.path("bidId").asText();
        if (OpeningCheck.unreleased(dossier, bidId) == null) {
            var header = BidHeader.parse(dossier.file().bytes(object), object);
            bids.computeIfAbsent(setOf(dossier, sets, header, object).id(), id -> new HashSet<>())
                    .add(bidId);
        }
    }

    private void read(Entry press) {
        var object = press.object();
        dossier.requireHeadBetween(list, press);
        Broken.unless(
                dossier.entries("draw/result").stream().anyMatch(draw -> draw.n() < press.n()),
                object,
                "pressed before the coefficient was drawn");
        if (!press.open()) {
            return;
        }
        var doc = press.doc();
        Shape.equal(doc, "type", "trustee-press", object, "not a press");
        var id = Shape.text(doc, "set", object);
        var trustee = Certificates.id(dossier.signer(press.body().path("statement"), press));
        var set = sets.find(id).orElseThrow(() -> new Broken(object, "pressed for a set that was not in force", id));
        Broken.unless(set.members().contains(trustee), object, "pressed by somebody who is no trustee of the lot");
        Broken.unless(!lost(id, trustee), object, "pressed with a key that was declared lost");
        Shape.equal(doc, "bidList", list.contentHash(), object, "pressed for another bid list");
        releaseList(press);
        requireItsBids(doc, id, object);
        var former = shares.computeIfAbsent(id, first -> new HashMap<>()).put(trustee, doc.path("shares"));
        Broken.unless(former == null, object, "pressed twice");
    }

    private void releaseList(Entry press) {
        if (ReleasesCheck.byBidders(dossier)) {
            var releases = dossier.first("lot/release-list")
                    .orElseThrow(() -> new Broken(press.object(), "pressed without a release list"));
            Shape.equal(
                    press.doc(),
                    "releaseList",
                    releases.contentHash(),
                    press.object(),
                    "pressed for another release list");
        }
    }

    private void requireItsBids(JsonNode doc, String id, String object) {
        var answered = new HashSet<String>();
        doc.path("shares").forEach(share -> answered.add(share.path("bidId").asText()));
        Broken.unless(
                answered.equals(bids.getOrDefault(id, Set.of())),
                object,
                "pressed for other bids than those of its set");
    }

    private boolean lost(String set, String trustee) {
        return dossier.entries("lot/key-lost").stream()
                .filter(entry -> entry.doc().path("set").asText().equals(set))
                .anyMatch(entry -> Certificates.id(dossier.signer(entry.body().path("statement"), entry))
                        .equals(trustee));
    }

    private void requireEnough(List<Entry> before, Entry opened) {
        long wanted = 0;
        for (String id : bids.keySet()) {
            var set = sets.find(id).orElseThrow();
            wanted += set.threshold();
            if (shown()) {
                long own = before.stream()
                        .filter(press -> press.doc().path("set").asText().equals(id))
                        .count();
                Broken.unless(own >= set.threshold(), opened.object(), "opened before enough trustees pressed", id);
            }
        }
        Broken.unless(before.size() >= wanted, opened.object(), "opened before enough trustees pressed");
    }

    /** Whether this cut shows what the trustees pressed. */
    boolean shown() {
        return !shares.isEmpty();
    }

    /** Shares by trustee of a set. */
    Map<String, JsonNode> of(LotSets.InForce set) {
        return shares.getOrDefault(set.id(), Map.of());
    }

    LotSets sets() {
        return sets;
    }
}
