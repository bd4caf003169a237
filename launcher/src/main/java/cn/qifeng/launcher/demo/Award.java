package cn.qifeng.launcher.demo;

import cn.qifeng.trust.cipher.Sm4Gcm;
import cn.qifeng.trust.hash.Hex;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.keyset.KeySet;
import cn.qifeng.trust.note.NoteSealer;
import cn.qifeng.trust.score.Commitments;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Award and contract: finalists' publicity, a committee's sealed ballots, notice, contract, closing. */
final class Award {

    private static final String REASON = "技术得分与报价综合最优";

    private record Ballot(byte[] nonce, String choice, int round) {}

    private final Tour tour;
    private final SecureRandom random = new SecureRandom();
    private final NoteSealer notes = new NoteSealer(new Sm4Gcm(), random);
    private final Map<String, Ballot> ballots = new HashMap<>();
    private List<String> committee = List.of();

    Award(Tour tour) {
        this.tour = tour;
    }

    /** The report is read, the finalists are public, and their publicity passes to the phase behind it. */
    void publicity(String behind) {
        var tenderer = tour.actor("tenderer");
        tour.await(tenderer.api(), tour.inLot("/award"), view -> phase(view, "REVIEWING"));
        tenderer.api().post(tour.inLot("/award/review"), CanonicalJson.object());
        var view = tour.await(tour.visitor(), tour.inLot("/award"), it -> phase(it, "FINALISTS_PUBLICITY"));
        tour.moveTo(Instant.parse(view.path("publicity").path("to").asText()).plusSeconds(1));
        tour.await(tour.visitor(), tour.inLot("/award"), it -> phase(it, behind));
    }

    /** The committee votes, sealed and then revealed, until one finalist has a majority. */
    void vote() {
        convene();
        for (int round = 1; round <= 5; round++) {
            committee.forEach(member -> commit(tour.actor(member)));
            tour.await(tour.visitor(), tour.inLot("/award"), view -> phase(view, "REVEALING"));
            committee.forEach(member -> reveal(tour.actor(member)));
            var view = tour.await(tour.visitor(), tour.inLot("/award"), it -> !phase(it, "REVEALING"));
            if (!phase(view, "BALLOTING")) {
                return;
            }
        }
        throw new DemoFailed("award", "no majority in five rounds", null);
    }

    private void convene() {
        var tenderer = tour.actor("tenderer");
        int size = tour.visitor()
                .get("/api/core/public/tenders/" + tour.tender)
                .path("tender")
                .path("terms")
                .path("award")
                .path("committeeSize")
                .asInt();
        var accounts = tour.accounts("award-committee");
        var names = new HashSet<String>();
        accounts.stream()
                .limit(size)
                .forEach(account -> names.add(tour.person(account).path("name").asText()));
        var body = CanonicalJson.object();
        var ids = body.putArray("members");
        for (JsonNode candidate : tenderer.api().get(tour.inLot("/award/committee/candidates"))) {
            if (names.contains(candidate.path("name").asText())) {
                ids.add(id(candidate));
            }
        }
        tenderer.api().post(tour.inLot("/award/committee"), body);
        committee = accounts.subList(0, size);
    }

    private static String id(JsonNode candidate) {
        return candidate.has("personId")
                ? candidate.path("personId").asText()
                : candidate.path("id").asText();
    }

    private void commit(Actor member) {
        var toSign = member.api().get(tour.inLot("/award/ballots/to-sign"));
        var doc = Tour.doc(toSign);
        int round = doc.path("round").asInt();
        var nonce = new byte[Commitments.NONCE];
        random.nextBytes(nonce);
        var choice = choice((ArrayNode) toSign.path("choices"), round);
        ballots.put(member.account(), new Ballot(nonce, choice, round));
        var commit = Commitments.ballot(
                UUID.fromString(tour.lot), Hex.decode(member.key().certificateId()), round, nonce, choice, REASON);
        var content = CanonicalJson.object()
                .put("nonce", Hex.encode(nonce))
                .put("choice", choice)
                .put("reason", REASON);
        var note = notes.seal(
                KeySet.from(toSign.path("keySet")),
                toSign.has("context") ? Hex.decode(toSign.path("context").asText()) : Commitments.noteContext(commit),
                CanonicalJson.encode(content));
        doc.put("commit", Hex.encode(commit)).set("note", note.toDoc());
        member.api().post(tour.inLot("/award/ballots/commits"), member.signInTender(tour.tender, doc));
    }

    /** Most favour the first choice, so that a round decides; which one that is follows the finalists' order. */
    private String choice(ArrayNode choices, int round) {
        int index = random.nextInt(5) < 4 + Math.min(round - 1, 1) ? 0 : choices.size() - 1;
        var chosen = choices.get(index);
        return chosen.isTextual() ? chosen.asText() : chosen.path("bidId").asText();
    }

    private void reveal(Actor member) {
        var ballot = ballots.get(member.account());
        var doc = signedDoc("ballot-reveal")
                .put("round", ballot.round())
                .put("nonce", Hex.encode(ballot.nonce()))
                .put("choice", ballot.choice())
                .put("reason", REASON);
        member.api().post(tour.inLot("/award/ballots/reveals"), member.signInTender(tour.tender, doc));
    }

    /** The procuring entity fixes the first candidate that is left, and gives it notice. */
    void determine() {
        var doc = signedDoc("award-determination").put("winner", firstLeft()).put("reason", "");
        post("/award/determination", doc);
        notice();
    }

    /** Before the contract the winner gives up, and the next one follows. */
    void passFirst() {
        var doc = signedDoc("award-passing")
                .put("bidId", firstLeft())
                .put("cause", "ABANDONED")
                .put("reason", "中标人来函说明资源不足，放弃中标");
        post("/award/passing", doc);
        determine();
    }

    private String firstLeft() {
        var view = tour.visitor().get(tour.inLot("/award"));
        var passed = new HashSet<String>();
        view.path("passed").forEach(it -> passed.add(it.path("bidId").asText()));
        for (JsonNode candidate : view.path("finalists")) {
            if (!passed.contains(candidate.path("bidId").asText())) {
                return candidate.path("bidId").asText();
            }
        }
        throw new DemoFailed("award", "no candidate is left", null);
    }

    private ObjectNode signedDoc(String type) {
        return CanonicalJson.object()
                .put("type", type)
                .put("v", 1)
                .put("tender", tour.tender)
                .put("lot", tour.lot);
    }

    private void post(String path, ObjectNode doc) {
        var tenderer = tour.actor("tenderer");
        tenderer.api().post(tour.inLot(path), tenderer.signInTender(tour.tender, doc));
    }

    /** The result's publicity passes and the notice of award goes out. */
    void resultPublicity() {
        var view = tour.await(tour.visitor(), tour.inLot("/award"), it -> phase(it, "DECIDED"));
        tour.moveTo(Instant.parse(view.path("publicity").path("to").asText()).plusSeconds(1));
        notice();
    }

    private void notice() {
        tour.await(tour.visitor(), tour.inLot("/award"), it -> phase(it, "WINNER_DETERMINED"));
        var tenderer = tour.actor("tenderer");
        var doc = Tour.doc(tenderer.api().get(tour.inLot("/award/notice/to-sign")));
        tenderer.api().post(tour.inLot("/award/notice"), tenderer.signInTender(tour.tender, doc));
    }

    /** The contract is signed by both parties at the price of the bid; the bonds are released and the case closed. */
    void contract(Actor winner) {
        var tenderer = tour.actor("tenderer");
        var day = LocalDate.ofInstant(tour.now(), ZoneId.of("Asia/Shanghai"));
        var path = tour.inLot("/contract/to-sign?contractNo=QF-" + tour.lot.substring(0, 8) + "&signedOn=" + day);
        var doc = Tour.doc(tenderer.api().get(path));
        tenderer.api().post(tour.inLot("/contract"), tenderer.signInTender(tour.tender, doc));
        var offered = Tour.doc(winner.logIn().api().get(path));
        winner.api().post(tour.inLot("/contract"), winner.signInTender(tour.tender, offered));
        tour.await(
                tenderer.logIn().api(),
                tour.inLot("/contract"),
                view -> view.path("state").asText().equals("CLOSED"));
    }

    private static boolean phase(JsonNode view, String phase) {
        return view.path("phase").asText().equals(phase);
    }
}
