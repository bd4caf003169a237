package cn.qifeng.launcher.demo;

import cn.qifeng.cli.client.ApiFailed;
import cn.qifeng.cli.proof.Receipt;
import cn.qifeng.cli.seal.BidFiles;
import cn.qifeng.cli.seal.Envelope;
import cn.qifeng.cli.seal.HandIn;
import cn.qifeng.cli.seal.OwnRelease;
import cn.qifeng.cli.seal.PreCheck;
import cn.qifeng.cli.seal.Refusals;
import cn.qifeng.trust.cert.KeyFile;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.sign.SigningKey;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The bidders: demo companies, or companies that make a key, get a certificate, register, and are verified. */
final class Bidders implements Demo.Seen {

    private static final String PASSWORD = "qifeng-demo";

    private final Tour tour;
    private final Material material;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Actor> actors = new LinkedHashMap<>();
    private final Map<String, String> bonds = new HashMap<>();
    private final Map<String, Envelope> envelopes = new LinkedHashMap<>();
    private final List<Receipt> receipts = new ArrayList<>();
    private final Path folder;

    /** Envelopes, receipts and keys that were made here are kept in {@code folder}. */
    Bidders(Tour tour, Material material, Path folder) {
        this.folder = folder;
        this.tour = tour;
        this.material = material;
    }

    /** Logs in who is known and registers who is not; the centre verifies the registrations. */
    void arrive() throws IOException {
        for (Material.Bidding bidding : material.bids()) {
            actors.put(bidding.uscc(), bidding.account() != null ? tour.actor(bidding.account()) : company(bidding));
        }
    }

    /** A company with the key of a former demo, or one that registers with a new key, which is kept. */
    private Actor company(Material.Bidding bidding) throws IOException {
        var file = Files.createDirectories(folder.resolve("keys")).resolve(bidding.uscc() + ".qkf");
        if (Files.exists(file)) {
            try {
                return Actor.of(bidding.uscc(), Files.readAllBytes(file), PASSWORD, tour.visitor())
                        .logIn();
            } catch (ApiFailed otherPlatform) {
                // the key belongs to a platform that is no more; the company registers anew
            }
        }
        var companies = new Companies(tour);
        var credential = companies.certify(bidding.name(), bidding.uscc());
        Files.write(file, new KeyFile(credential, Optional.empty()).write(PASSWORD.toCharArray(), random));
        return companies.register(bidding.name(), bidding.uscc(), SigningKey.of(credential));
    }

    /** Those who secure their bid by a bond apply for one and wait until the issuer has signed it. */
    void secure() {
        for (Material.Bidding bidding : material.bids()) {
            if (bidding.files().bid().security().form().name().equals("BOND")) {
                actors.get(bidding.uscc())
                        .logIn()
                        .api()
                        .post(
                                "/api/bond/applications",
                                CanonicalJson.object().put("lotId", tour.lot).put("form", "GUARANTEE_COMPANY"));
            }
        }
        for (Material.Bidding bidding : material.bids()) {
            if (bidding.files().bid().security().form().name().equals("BOND")) {
                var mine = tour.await(
                        actors.get(bidding.uscc()).api(), "/api/bond/bonds/mine", list -> issued(list) != null);
                bonds.put(bidding.uscc(), issued(mine));
            }
        }
    }

    /** Number of the bond for this lot, once it is issued. */
    private String issued(JsonNode list) {
        for (JsonNode bond : list) {
            if (bond.path("lotId").asText().equals(tour.lot)
                    && bond.path("state").asText().equals("ISSUED")) {
                return bond.path("bondNo").asText();
            }
        }
        return null;
    }

    /** Every bidder seals at its own client, uploads, and holds a verified receipt. */
    void seal() throws IOException {
        seal(0, material.bids().size());
    }

    /** The first half of the bidders seals, rounded up. */
    void sealFirstHalf() throws IOException {
        seal(0, half());
    }

    /** The other bidders seal. */
    void sealSecondHalf() throws IOException {
        seal(half(), material.bids().size());
    }

    private int half() {
        return (material.bids().size() + 1) / 2;
    }

    private void seal(int from, int to) throws IOException {
        var trust = tour.trust();
        var publication = tour.publication(trust);
        for (Material.Bidding bidding : material.bids().subList(from, to)) {
            var files = secured(bidding);
            var found = PreCheck.of(publication.terms(), files);
            if (!found.isEmpty()) {
                throw new DemoFailed("pre-check of " + bidding.name(), Refusals.text(found.get(0)), null);
            }
            var key = actors.get(bidding.uscc()).key();
            var envelope = Envelope.seal(
                    publication,
                    files,
                    key,
                    Optional.empty(),
                    null,
                    folder.resolve("envelopes/" + tour.lot + "/" + bidding.uscc()));
            envelopes.put(bidding.uscc(), envelope);
            receipts.add(new HandIn(tour.visitor(), key, trust).deliver(envelope));
        }
    }

    /** Every bidder verifies the bid list under its head, and releases its own envelope to the trustees. */
    void release() {
        var trust = tour.trust();
        var publication = tour.publication(trust);
        envelopes.forEach((uscc, envelope) -> {
            var bidder = actors.get(uscc).logIn();
            var due = bidder.api().get(tour.inLot("/releases/to-do"));
            var doc = OwnRelease.of(envelope, due, publication.keySet(), trust, Optional.empty());
            var receipt = bidder.api().post(tour.inLot("/releases"), bidder.signInTender(tour.tender, doc));
            if (!receipt.path("doc").path("bidId").asText().equals(envelope.bidId())) {
                throw new DemoFailed("release", "a receipt for another bid: " + receipt, null);
            }
        });
    }

    /** The files with the number of the bond, where the bid is secured by one and names none yet. */
    private BidFiles secured(Material.Bidding bidding) {
        var bid = bidding.files().bid();
        if (!bid.security().reference().isEmpty()) {
            return bidding.files();
        }
        return bidding.files().with(bid.secured(bonds.get(bidding.uscc())));
    }

    @Override
    public List<Receipt> receipts() {
        return List.copyOf(receipts);
    }

    @Override
    public String tender() {
        return tour.tender;
    }

    @Override
    public String session() {
        return tour.session;
    }

    @Override
    public String lot() {
        return tour.lot;
    }

    @Override
    public String chainHead() {
        return tour.visitor()
                .get("/api/core/public/tenders/" + tour.tender + "/chain-head")
                .toString();
    }

    @Override
    public List<String> receiptHashesNow() {
        var trust = tour.trust();
        var hashes = new ArrayList<String>();
        for (Actor bidder : actors.values()) {
            for (JsonNode bid : bidder.logIn().api().get("/api/core/bids/mine?lot=" + tour.lot)) {
                hashes.add(Receipt.verify(bid, trust).hash());
            }
        }
        return hashes;
    }

    /** Every bidder finds its own receipt in the bid list, or the demo ends. */
    void find(JsonNode list) {
        for (Receipt receipt : receipts) {
            var state = receipt.stateIn(list).orElse("missing");
            if (!state.equals("LIVE")) {
                throw new DemoFailed("bid list", receipt.text("bidId") + " is " + state, null);
            }
        }
    }

    /** Who bids first. */
    Actor first() {
        return actors.values().iterator().next();
    }

    Actor actor(String uscc) {
        return actors.get(uscc);
    }
}
