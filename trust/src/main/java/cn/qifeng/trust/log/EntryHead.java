package cn.qifeng.trust.log;

import cn.qifeng.kernel.TenderId;
import cn.qifeng.trust.TrustRefusal;
import cn.qifeng.trust.hash.Bytes;
import cn.qifeng.trust.hash.Hex;
import cn.qifeng.trust.hash.Sm3;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.json.Fields;
import cn.qifeng.trust.json.Moments;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;

/**
 * Head of an entry (条目头), shown even where the body is withheld.
 *
 * @param place where it stands in a tender's chain, or {@code null} when it belongs to no tender
 * @param at legal time
 * @param machineAt machine time
 */
public record EntryHead(String type, int v, Place place, Instant at, Instant machineAt) {

    /** The {@code prev} of the first entry of a chain. */
    public static final byte[] NO_PREV = new byte[Sm3.LENGTH];

    private static final long N_MAX = CanonicalJson.INTEGER_MAX;

    /** Tender, number from 1, and content hash of the entry before (64 zeros for the first). */
    public record Place(TenderId tender, long n, byte[] prev) {

        /** Refuses a first entry with a predecessor. */
        public Place {
            if (n < 1 || prev.length != Sm3.LENGTH) {
                throw TrustRefusal.BAD_FIELD.at("n", n, "from 1, with a hash before it");
            }
            if ((n == 1) != Arrays.equals(prev, NO_PREV)) {
                throw TrustRefusal.BAD_FIELD.at("prev", Hex.encode(prev), "64 zeros exactly for n = 1");
            }
        }
    }

    /** Requires type and times. */
    public EntryHead {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(machineAt, "machineAt");
    }

    /** SM3("QEC1" ‖ SM3(canonical head) ‖ body hash). */
    public byte[] contentHash(byte[] bodyHash) {
        return Sm3.of(Bytes.ascii("QEC1"), Sm3.of(CanonicalJson.encode(toDoc())), bodyHash);
    }

    /** The document. */
    public ObjectNode toDoc() {
        var doc = CanonicalJson.object()
                .put("type", type)
                .put("v", v)
                .put("at", Moments.format(at))
                .put("machineAt", Moments.format(machineAt));
        if (place == null) {
            return doc.putNull("tender").putNull("n").putNull("prev");
        }
        return doc.put("tender", place.tender().toString()).put("n", place.n()).put("prev", Hex.encode(place.prev()));
    }

    /** Reads a document; refuses other shapes. */
    public static EntryHead from(JsonNode doc) {
        var fields = Fields.of(doc).exactly("type", "v", "tender", "n", "prev", "at", "machineAt");
        boolean alone = fields.get("tender").isNull()
                && fields.get("n").isNull()
                && fields.get("prev").isNull();
        var place = alone
                ? null
                : new Place(
                        new TenderId(fields.uuid("tender")),
                        fields.integer("n", 1, N_MAX),
                        fields.hex("prev", Sm3.LENGTH));
        return new EntryHead(
                fields.text("type"),
                (int) fields.integer("v", 1, 9999),
                place,
                fields.moment("at"),
                fields.moment("machineAt"));
    }
}
