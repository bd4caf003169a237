package cn.qifeng.cli.seal;

import cn.qifeng.cli.proof.PublishedContent;
import cn.qifeng.trust.cert.CertificatePath;
import cn.qifeng.trust.envelope.BidCore;
import cn.qifeng.trust.envelope.BidHeader;
import cn.qifeng.trust.envelope.OpeningMode;
import cn.qifeng.trust.hash.Hex;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.json.Fields;
import cn.qifeng.trust.keyset.KeySet;
import cn.qifeng.trust.log.Entry;
import cn.qifeng.trust.sign.Statement;
import cn.qifeng.trust.trustfile.TrustFile;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * A published tender (招标公告) that a bidder may seal for: entry, signature, key set and place in the log were verified
 * here, with the bidder's own trust file. Everything comes from what the agency signed.
 *
 * @param hash content hash of the entry {@code tender/published}
 * @param docVersion version of the tender document
 * @param publisher unified social credit code of who signed it
 * @param keySets key sets that bids were sealed to, or are: the published one first
 */
public record Publication(
        UUID tender,
        UUID lot,
        byte[] hash,
        int docVersion,
        OpeningMode mode,
        String publisher,
        List<KeySet> keySets,
        Terms terms) {

    private static final int FORMS_MAX = 8;

    /** Copies the sets. */
    public Publication {
        keySets = List.copyOf(keySets);
    }

    /**
     * What a bid is held to.
     *
     * @param securityFen amount of the bid security, 0 when none is demanded
     * @param coefficients values of which one is drawn after the list is closed; empty where none is drawn
     * @param cited items for which the index has to name a page
     */
    public record Terms(
            String lotName,
            long ceilingFen,
            int durationDaysMax,
            int bidValidityDays,
            long securityFen,
            Set<String> securityForms,
            Instant bidDeadline,
            List<String> coefficients,
            List<CitedItem> cited) {

        /** Copies the lists. */
        public Terms {
            securityForms = Set.copyOf(securityForms);
            coefficients = List.copyOf(coefficients);
            cited = List.copyOf(cited);
        }
    }

    /** An item of the preliminary review for which the tender document wants a page (须注明页码的评审项). */
    public record CitedItem(String item, String name) {}

    /**
     * Verifies a tender as {@code GET /api/core/public/tenders/{id}} gave it, and the proof that its publication stands
     * in the log under witnesses. Refuses anything that does not chain to the trust file.
     */
    public static Publication verify(JsonNode downloaded, JsonNode proof, TrustFile trust) {
        var entry = Entry.from(downloaded.path("publication"));
        var at = entry.head().at();
        require("type", entry.head().type(), "tender/published");
        var path = new CertificatePath(trust.anchors().roots());
        var statement = Statement.from(entry.body().path("statement"));
        var signed = statement.verify();
        path.checkSigner(signed.certificate(), signed.chain(), at);
        var doc = Fields.of(statement.doc()).type("tender-publication");
        require("tender", doc.text("tender"), entry.head().place().tender().toString());
        PublishedContent.verify(entry.contentHashHex(), proof, trust);
        var lot = doc.object("lot").uuid("id");
        return new Publication(
                doc.uuid("tender"),
                lot,
                entry.contentHash(),
                (int) doc.object("document").integer("version", 1, 9999),
                OpeningMode.valueOf(doc.text("openingMode")),
                signed.subject().uscc(),
                List.of(keySet(entry.body().path("keySet"), lot, doc.text("trusteeSet"), path, at)),
                terms(doc));
    }

    private static KeySet keySet(JsonNode json, UUID lot, String id, CertificatePath path, Instant at) {
        var set = KeySet.from(json).verify(path, at);
        if (!set.idHex().equals(id) || !set.owner().equals(lot)) {
            throw SealRefusal.OTHER_TRUSTEES.at("trusteeSet", set.idHex(), id);
        }
        return set;
    }

    private static Terms terms(Fields doc) {
        var security = doc.get("security") instanceof ObjectNode demanded ? Fields.of(demanded) : null;
        var forms = new HashSet<String>();
        if (security != null) {
            security.array("forms", FORMS_MAX).forEach(form -> forms.add(form.asText()));
        }
        return new Terms(
                doc.object("lot").text("name"),
                doc.object("lot").integer("ceilingFen", 0, CanonicalJson.INTEGER_MAX),
                (int) doc.integer("durationDaysMax", 1, Integer.MAX_VALUE),
                (int) doc.integer("bidValidityDays", 1, Integer.MAX_VALUE),
                security == null ? 0 : security.integer("amountFen", 0, CanonicalJson.INTEGER_MAX),
                forms,
                doc.object("schedule").moment("bidDeadline"),
                coefficients(doc.doc().path("method").path("k")),
                cited(doc.doc().path("review")));
    }

    private static List<CitedItem> cited(JsonNode review) {
        var items = new ArrayList<CitedItem>();
        for (JsonNode one : review) {
            if (one.path("page").asBoolean()) {
                items.add(new CitedItem(
                        one.path("item").asText(), one.path("name").asText()));
            }
        }
        return items;
    }

    private static List<String> coefficients(JsonNode k) {
        var values = new ArrayList<String>();
        k.forEach(value -> values.add(value.asText()));
        return values;
    }

    private static void require(String field, String seen, String expected) {
        if (!seen.equals(expected)) {
            throw SealRefusal.OTHER_PUBLICATION.at(field, seen, expected);
        }
    }

    /** The same with the set in force in the place of the former one. */
    Publication sealedTo(KeySet inForce) {
        var more = new ArrayList<>(keySets);
        more.add(inForce);
        return new Publication(tender, lot, hash, docVersion, mode, publisher, more, terms);
    }

    /** The set that bids are sealed to now. */
    public KeySet keySet() {
        return keySets.get(keySets.size() - 1);
    }

    /** The set to which an envelope is sealed; refuses one that is not of this lot. */
    KeySet keySetOf(BidHeader header) {
        var named = Hex.encode(header.core().trusteeSet());
        return keySets.stream()
                .filter(set -> set.idHex().equals(named))
                .findFirst()
                .orElseThrow(() -> SealRefusal.OTHER_TRUSTEES.at("trusteeSet", named, keySet().idHex()));
    }

    /** The {@code tenderCtx} of every envelope for this lot. */
    public byte[] context() {
        return BidCore.tenderCtx(hash, lot);
    }
}
