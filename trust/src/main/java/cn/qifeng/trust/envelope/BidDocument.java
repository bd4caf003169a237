package cn.qifeng.trust.envelope;

import cn.qifeng.kernel.Fen;
import cn.qifeng.trust.TrustRefusal;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.json.Fields;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * File 1 of an envelope, {@code bid.json} (开标一览表): exactly what the opening record publishes.
 *
 * @param priceWords the price in Chinese capitals
 * @param durationDays calendar days
 * @param bidValidityDays calendar days
 */
public record BidDocument(
        Fen price,
        String priceWords,
        int durationDays,
        String quality,
        int bidValidityDays,
        String projectLeader,
        Security security) {

    private static final int DAYS_MAX = 36_500;

    /** Form of the bid security (投标保证金形式). */
    public enum Form {
        /** Bond (保函). */
        BOND,
        /** Cash (现金转账). */
        CASH
    }

    /** Bid security (投标保证金): {@code reference} is the bond number, or the paying account. */
    public record Security(Form form, Fen amount, String reference) {}

    /** The same bid with its security known by this reference. */
    public BidDocument secured(String reference) {
        var named = new Security(security.form(), security.amount(), reference);
        return new BidDocument(price, priceWords, durationDays, quality, bidValidityDays, projectLeader, named);
    }

    /** The canonical bytes. */
    public byte[] encode() {
        return CanonicalJson.encode(toDoc());
    }

    /** The document. */
    public ObjectNode toDoc() {
        var doc = CanonicalJson.object()
                .put("type", "bid")
                .put("v", 1)
                .put("priceFen", price.value())
                .put("priceWords", priceWords)
                .put("durationDays", durationDays)
                .put("quality", quality)
                .put("bidValidityDays", bidValidityDays)
                .put("projectLeader", projectLeader);
        doc.putObject("security")
                .put("form", security.form().name())
                .put("amountFen", security.amount().value())
                .put("reference", security.reference());
        return doc;
    }

    /** Reads canonical bytes; refuses other fields and shapes. */
    public static BidDocument decode(byte[] bytes) {
        var fields = Fields.of(CanonicalJson.decode(bytes)).type("bid");
        fields.exactly(
                "type",
                "v",
                "priceFen",
                "priceWords",
                "durationDays",
                "quality",
                "bidValidityDays",
                "projectLeader",
                "security");
        var security = fields.object("security").exactly("form", "amountFen", "reference");
        return new BidDocument(
                new Fen(fields.integer("priceFen", 0, Fen.MAX)),
                fields.text("priceWords"),
                (int) fields.integer("durationDays", 1, DAYS_MAX),
                fields.text("quality"),
                (int) fields.integer("bidValidityDays", 1, DAYS_MAX),
                fields.text("projectLeader"),
                new Security(
                        form(security.text("form")),
                        new Fen(security.integer("amountFen", 0, Fen.MAX)),
                        security.text("reference")));
    }

    private static Form form(String name) {
        for (var form : Form.values()) {
            if (form.name().equals(name)) {
                return form;
            }
        }
        throw TrustRefusal.BAD_FIELD.at("security.form", name, "BOND or CASH");
    }
}
