package cn.qifeng.trading.bidding.persistence;

import cn.qifeng.kernel.LotId;
import cn.qifeng.kernel.Uscc;
import cn.qifeng.trading.bidding.domain.Bid;
import cn.qifeng.trading.bidding.domain.LotKey;
import cn.qifeng.trading.bidding.domain.Sealing;
import cn.qifeng.trading.bidding.domain.SignedReceipt;
import cn.qifeng.trust.hash.Bytes;
import cn.qifeng.trust.hash.Hex;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.json.Fields;
import cn.qifeng.trust.sign.Statement;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.Base64;
import java.util.UUID;

/** Row of a bid: without the lot key it shows neither lot nor bidder nor time. */
@Entity
@Table(name = "bid")
class BidRow {

    private static final int BYTES_MAX = 128 * 1024;

    @Id
    UUID id;

    @Column(name = "lot_ref")
    byte[] lotRef;

    @Column(name = "bidder_ref")
    byte[] bidderRef;

    @Column(name = "standing_ref")
    byte[] standingRef;

    @Column(name = "header_ref")
    byte[] headerRef;

    byte[] sealed;

    @Version
    int version;

    static BidRow from(LotKey key, Bid bid) {
        var sealing = bid.sealing();
        var row = new BidRow();
        row.id = sealing.id();
        row.lotRef = key.lotRef(sealing.id());
        row.bidderRef = key.bidderRef(sealing.bidder());
        row.headerRef = key.headerRef(Hex.decode(sealing.headerHash()));
        row.become(key, bid);
        return row;
    }

    void become(LotKey key, Bid bid) {
        standingRef = bid instanceof Bid.Live ? bidderRef : null;
        sealed = key.seal(id, CanonicalJson.encode(content(bid)));
    }

    /** As much of a row as makes the bid. */
    static BidRow read(UUID id, byte[] sealed) {
        var row = new BidRow();
        row.id = id;
        row.sealed = sealed;
        return row;
    }

    boolean isOf(LotKey key) {
        return Bytes.same(lotRef, key.lotRef(id));
    }

    Bid toDomain(LotKey key) {
        var fields = Fields.of(CanonicalJson.decode(key.open(id, sealed)));
        var sealing = new Sealing(
                id,
                new LotId(fields.uuid("lot")),
                new Uscc(fields.text("bidder")),
                fields.base64("header", BYTES_MAX),
                fields.base64("signature", BYTES_MAX),
                fields.uuid("upload"),
                receipt(fields.get("receipt")),
                fields.text("request"));
        return switch (fields.text("state")) {
            case "LIVE" -> new Bid.Live(sealing);
            case "HELD" -> new Bid.Held(sealing);
            case "REPLACED" -> new Bid.Replaced(sealing, fields.text("because"));
            case "WITHDRAWN" ->
                new Bid.Withdrawn(
                        sealing, Statement.from(fields.get("withdrawal")), receipt(fields.get("withdrawalReceipt")));
            default -> throw new IllegalStateException("bid state " + fields.text("state"));
        };
    }

    private static SignedReceipt receipt(JsonNode json) {
        var fields = Fields.of(json);
        return new SignedReceipt(fields.object("doc").doc(), fields.base64("sig", BYTES_MAX));
    }

    private static ObjectNode content(Bid bid) {
        var sealing = bid.sealing();
        var base64 = Base64.getEncoder();
        var json = CanonicalJson.object();
        json.put("lot", sealing.lot().toString());
        json.put("bidder", sealing.bidder().value());
        json.put("header", base64.encodeToString(sealing.header()));
        json.put("signature", base64.encodeToString(sealing.signature()));
        json.put("upload", sealing.upload().toString());
        json.set("receipt", sealing.receipt().toJson());
        json.put("request", sealing.requestKey());
        json.put("state", bid.state().name());
        json.put("because", bid.because());
        if (bid instanceof Bid.Withdrawn withdrawn) {
            json.set("withdrawal", withdrawn.statement().toJson());
            json.set("withdrawalReceipt", withdrawn.lastReceipt().toJson());
        }
        return json;
    }
}
