package cn.qifeng.launcher.demo;

import cn.qifeng.trust.cert.Certificates;
import cn.qifeng.trust.cert.Credential;
import cn.qifeng.trust.cipher.Sm2;
import cn.qifeng.trust.hash.Hex;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.sign.SigningKey;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The bidders: demo companies, or companies that make a key, get a certificate, register, and are verified. */
final class Bidders {

    private final Tour tour;
    private final Material material;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Actor> actors = new LinkedHashMap<>();
    private final List<JsonNode> receipts = new ArrayList<>();

    Bidders(Tour tour, Material material) {
        this.tour = tour;
        this.material = material;
    }

    /** Logs in who is known and registers who is not; the centre verifies the registrations. */
    void arrive() {
        for (Material.Bidding bidding : material.bids()) {
            actors.put(bidding.uscc(), bidding.account() != null ? tour.actor(bidding.account()) : register(bidding));
        }
    }

    private Actor register(Material.Bidding bidding) {
        var privateKey = Sm2.newPrivateKey(random);
        var point = Sm2.publicKey(privateKey);
        var request = CanonicalJson.object()
                .put("name", bidding.name())
                .put("uscc", bidding.uscc())
                .put("person", bidding.name())
                .put("publicKey", Hex.encode(point))
                .put("proof", Hex.encode(Sm2.sign(privateKey, point, random)));
        var issued = tour.visitor().post("/api/core/sandbox/certificates", request);
        var certificate = Certificates.parse(
                Base64.getDecoder().decode(issued.path("certificate").asText()));
        var key = SigningKey.of(new Credential(privateKey, certificate, List.of()));
        var actor = Actor.of(bidding.uscc(), key, tour.visitor());
        var doc = CanonicalJson.object()
                .put("type", "bidder-registration")
                .put("v", 1)
                .put("name", bidding.name())
                .put("uscc", bidding.uscc())
                .put("address", "云浦市栖霞区")
                .put("legalRepresentative", "法定代表人")
                .put("contact", "联系人")
                .put("phone", "00013800000")
                .put("agreement", true);
        var party = tour.visitor().post("/api/core/parties/bidders", actor.sign(doc));
        var verdict = CanonicalJson.object().put("accepted", true).put("reason", "");
        tour.actor("operator")
                .api()
                .post("/api/core/parties/" + party.path("id").asText() + "/verification", verdict);
        return actor;
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
                tour.await(actors.get(bidding.uscc()).api(), "/api/bond/bonds/mine", this::issued);
            }
        }
    }

    private boolean issued(JsonNode bonds) {
        for (JsonNode bond : bonds) {
            if (bond.path("lotId").asText().equals(tour.lot)) {
                return bond.path("state").asText().equals("ISSUED");
            }
        }
        return false;
    }

    /** Every bidder seals at its own client, uploads, and holds a verified receipt. */
    void seal() throws IOException {
        var sealing = new Sealing(tour.visitor(), tour.tender, tour.lot);
        for (Material.Bidding bidding : material.bids()) {
            receipts.add(sealing.seal(actors.get(bidding.uscc()).logIn(), bidding.files()));
        }
    }

    /** Every bidder finds its own receipt in the bid list, or the demo ends. */
    void find(JsonNode list) {
        for (JsonNode receipt : receipts) {
            var found = false;
            for (JsonNode line : list.path("bids")) {
                found |= line.path("headerHash").equals(receipt.path("headerHash"))
                        && line.path("state").asText().equals("LIVE");
            }
            if (!found) {
                throw new DemoFailed(
                        "bid list", "misses " + receipt.path("bidId").asText(), null);
            }
        }
    }

    Actor actor(String uscc) {
        return actors.get(uscc);
    }
}
