package cn.qifeng.trading.access;

import cn.qifeng.trading.award.application.SignedActs;
import cn.qifeng.trading.bidding.application.ReceiptDesk;
import cn.qifeng.trading.clock.application.PlatformClock;
import cn.qifeng.trading.log.application.Chain;
import cn.qifeng.trading.opening.TestBid;
import cn.qifeng.trading.opening.TestPerson;
import cn.qifeng.trading.tender.domain.Drafts;
import cn.qifeng.trading.tender.domain.Tender;
import cn.qifeng.trading.tender.domain.Tenders;
import cn.qifeng.trust.cipher.Sm4Gcm;
import cn.qifeng.trust.hash.Hex;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.json.Moments;
import cn.qifeng.trust.note.NoteSealer;
import cn.qifeng.trust.score.Commitments;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.UUID;
import java.util.stream.Collectors;

/** What people hand in about a lot, by the endpoint that takes it. */
@ApplicationScoped
class LotPapers {

    private static final String NOTHING = "{}";

    private final SignedActs acts;
    private final Chain chain;
    private final Tenders tenders;
    private final Cast cast;
    private final ObjectMapper json;
    private final PlatformClock clock;
    private final ReceiptDesk receipts;

    LotPapers(
            SignedActs acts,
            Chain chain,
            Tenders tenders,
            Cast cast,
            ObjectMapper json,
            PlatformClock clock,
            ReceiptDesk receipts) {
        this.receipts = receipts;
        this.clock = clock;
        this.acts = acts;
        this.chain = chain;
        this.tenders = tenders;
        this.cast = cast;
        this.json = json;
    }

    /** The body that {@code who} sends; {@code own} whether what it brings along is its own. */
    String of(String endpoint, ParkedLot lot, TestPerson who, boolean own) {
        return switch (endpoint.replaceAll("\\{\\w+}", "_")) {
            case "PUT /api/core/tenders/_/draft" -> draft();
            case "POST /api/core/tenders/_/key-set" ->
                "{\"members\":[\"supervisor\",\"notary\",\"operator\"],\"threshold\":2}";
            case "POST /api/core/tenders/_/publication" -> who.sign(doc("tender-publication", lot));
            case "POST /api/core/uploads" -> upload(lot);
            case "POST /api/core/seals" -> seal(lot, who, own);
            case "POST /api/core/withdrawals" -> withdrawal(lot, own ? who : cast.person("bidder2"));
            case "POST /api/core/lots/_/presses" -> press(lot, who);
            case "POST /api/core/lots/_/releases" -> who.sign(doc("bid-release", lot));
            case "POST /api/core/lots/_/releases/extensions" ->
                who.sign(doc("release-extension", lot)
                        .put("closesAt", Moments.format(clock.now().plus(Duration.ofHours(2))))
                        .put("reason", "网络中断"));
            case "POST /api/core/lots/_/held-decisions" -> who.sign(heldDecision(lot));
            case "POST /api/core/lots/_/missing-receipts" ->
                who.sign(missingReceipt(lot, own ? who : cast.person("bidder2")));
            case "POST /api/core/lots/_/suspension-decisions" -> who.sign(suspensionDecision(lot));
            case "POST /api/core/lots/_/objections" ->
                who.sign(doc("opening-objection", lot).put("text", "请核对工期"));
            case "POST /api/core/lots/_/objections/_/answer" ->
                who.sign(doc("opening-objection-answer", lot)
                        .put("objection", lot.objection().toString())
                        .put("text", "经核对无误"));
            case "POST /api/core/lots/_/opening-record/signatures" ->
                who.sign(doc("opening-record", lot).put("sm3", lot.recordSm3()));
            default -> ofAward(endpoint, lot, who);
        };
    }

    /** Papers behind the opening. */
    private String ofAward(String endpoint, ParkedLot lot, TestPerson who) {
        return switch (endpoint.replaceAll("\\{\\w+}", "_")) {
            case "POST /api/core/lots/_/reworks" -> who.sign(doc("rework-request", lot));
            case "POST /api/core/lots/_/award/committee" -> committee();
            case "POST /api/core/lots/_/award/ballots/commits" -> commit(lot, who);
            case "POST /api/core/lots/_/award/ballots/reveals" -> reveal(lot, who);
            case "POST /api/core/lots/_/award/determination" ->
                who.sign(doc("award-determination", lot)
                        .put("winner", lot.winner().hex())
                        .put("reason", ""));
            case "POST /api/core/lots/_/award/passing" ->
                who.sign(doc("award-passing", lot)
                        .put("bidId", lot.winner().hex())
                        .put("cause", "ABANDONED")
                        .put("reason", "书面放弃中标"));
            case "POST /api/core/lots/_/award/notice" -> notice(lot, who);
            case "POST /api/core/lots/_/contract" -> contract(lot, who);
            case "POST /internal/lots/_/evaluation" -> evaluation();
            default -> NOTHING;
        };
    }

    private ObjectNode missingReceipt(ParkedLot lot, TestPerson bidder) {
        var receipt = CanonicalJson.object()
                .put("type", "bid-receipt")
                .put("act", "SEALED")
                .put("tender", lot.tender().toString())
                .put("lot", lot.lot().toString())
                .put("bidder", bidder.key().certificateId())
                .put("stamp", Moments.format(clock.now()));
        var doc = doc("missing-receipt", lot);
        doc.set("receipt", receipts.receipts().sign(receipt).toJson());
        return doc;
    }

    private ObjectNode suspensionDecision(ParkedLot lot) {
        return doc("suspension-decision", lot)
                .put("suspended", ParkedOpenings.RECORD)
                .put("until", Moments.format(clock.now().plus(Duration.ofHours(2))))
                .put("reason", "保管人已在途");
    }

    private ObjectNode heldDecision(ParkedLot lot) {
        var doc = doc("held-decision", lot)
                .put("bidList", String.valueOf(lot.list()))
                .put("reason", "时钟误差过大");
        doc.putArray("decisions")
                .addObject()
                .put("bidId", ParkedOpenings.HELD)
                .put("headerHash", ParkedOpenings.HELD.repeat(2))
                .put("admitted", true);
        return doc;
    }

    private String draft() {
        try {
            return json.writeValueAsString(Drafts.lawful().draft());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String upload(ParkedLot lot) {
        return ("{\"lotId\":\"%s\",\"files\":[{\"n\":1,\"length\":0,\"frameCount\":1},"
                        + "{\"n\":2,\"length\":0,\"frameCount\":1}]}")
                .formatted(lot.lot());
    }

    /** A seal whose ticket is none; the envelope is signed by the caller, or by another bidder. */
    private String seal(ParkedLot lot, TestPerson who, boolean own) {
        var base64 = Base64.getEncoder();
        var header = base64.encodeToString(new byte[] {0x30, 0});
        var signature = header;
        if (lot.phase() == LotPhase.BIDDING) {
            var published = QuarkusTransaction.requiringNew()
                    .call(() ->
                            tenders.ofLot(lot.lot()).flatMap(Tender::published).orElseThrow());
            var signer = own ? who : cast.person("bidder2");
            var bid = TestBid.seal(published, lot.set(), signer.key(), TestBid.newBidId(), null, 100_000_000L, 20);
            header = base64.encodeToString(bid.sealed().headerDer());
            signature = base64.encodeToString(bid.sealed().signature());
        }
        return "{\"lotId\":\"%s\",\"header\":\"%s\",\"signature\":\"%s\",\"ticket\":\"%s.00\"}"
                .formatted(lot.lot(), header, signature, UUID.randomUUID());
    }

    private String withdrawal(ParkedLot lot, TestPerson signer) {
        return signer.sign(doc("bid-withdrawal", lot)
                .put("bidId", "ab".repeat(16))
                .put("headerHash", "ab".repeat(32))
                .put("seq", 1));
    }

    private String press(ParkedLot lot, TestPerson who) {
        var doc = doc("trustee-press", lot).put("bidList", String.valueOf(lot.list()));
        doc.putArray("shares");
        return who.sign(doc);
    }

    private String committee() {
        return cast.sides(true).committee().stream()
                .map(it -> "\"" + it.person() + "\"")
                .collect(Collectors.joining(",", "{\"members\":[", "]}"));
    }

    private String commit(ParkedLot lot, TestPerson who) {
        var commit = ballot(lot, who);
        var doc = doc("ballot-commit", lot).put("round", 1).put("commit", Hex.encode(commit));
        var note = new NoteSealer(new Sm4Gcm(), new SecureRandom())
                .seal(lot.set(), Commitments.noteContext(commit), new byte[] {1});
        doc.set("note", note.toDoc());
        return who.sign(doc);
    }

    private String reveal(ParkedLot lot, TestPerson who) {
        return who.sign(doc("ballot-reveal", lot)
                .put("round", 1)
                .put("nonce", Hex.encode(ParkedAwards.NONCE))
                .put("choice", lot.winner().hex())
                .put("reason", ParkedAwards.REASON));
    }

    private static byte[] ballot(ParkedLot lot, TestPerson who) {
        return Commitments.ballot(
                lot.lot().value(),
                Hex.decode(who.key().certificateId()),
                1,
                ParkedAwards.NONCE,
                lot.winner().hex(),
                ParkedAwards.REASON);
    }

    private String notice(ParkedLot lot, TestPerson who) {
        return who.sign(doc("award-notice", lot)
                .put("winner", lot.winner().hex())
                .put("winnerName", cast.person("bidder1").name())
                .put("winnerUscc", cast.uscc("bidder1").value())
                .put("amountFen", ParkedAwards.PRICE.value())
                .put("durationDays", ParkedAwards.DAYS)
                .put("sm3", "ef".repeat(32)));
    }

    private String contract(ParkedLot lot, TestPerson who) {
        var terms = lot.terms();
        return who.sign(doc("contract", lot)
                .put("contractNo", terms.contractNo())
                .put("procuringEntity", cast.uscc("tenderer").value())
                .put("winnerParty", cast.uscc("bidder1").value())
                .put("winner", lot.winner().hex())
                .put("amountFen", terms.amount().value())
                .put("durationDays", terms.durationDays())
                .put("signedOn", terms.signedOn().toString()));
    }

    private static String evaluation() {
        return ("{\"session\":\"%s\",\"outcome\":\"EVALUATED\",\"k\":\"0.97\",\"basePriceFen\":1,\"priceScores\":[],"
                        + "\"technical\":[],\"totals\":[],\"rejected\":[],\"finalists\":[],\"ranked\":false,\"reportSm3\":\"00\"}")
                .formatted(UUID.randomUUID());
    }

    private ObjectNode doc(String type, ParkedLot lot) {
        return acts.frame(type, lot.tender(), lot.lot());
    }
}
