package cn.qifeng.cli.trustee;

import cn.qifeng.cli.proof.PublishedContent;
import cn.qifeng.cli.seal.KeySetsInForce;
import cn.qifeng.cli.seal.Publication;
import cn.qifeng.kernel.Refused;
import cn.qifeng.trust.cert.CertificatePath;
import cn.qifeng.trust.draw.Draw;
import cn.qifeng.trust.envelope.OpeningMode;
import cn.qifeng.trust.hash.Hex;
import cn.qifeng.trust.json.Fields;
import cn.qifeng.trust.keyset.KeySet;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;

/**
 * What a draw must stand on before this party adds its number (抽取依据): the pool and the trustees that were published, and
 * the list under witnesses, so that nobody knows the number while the list can still change.
 */
final class DrawBasis {

    private DrawBasis() {}

    /** The key set that can open what is missing; refuses a draw that stands on anything else than what was published. */
    static KeySet verify(Desk desk, JsonNode draw) {
        var named = draw.path("poolHash").asText();
        var pool = Hex.encode(Draw.poolHash(DrawPart.pool(draw)));
        if (!named.equals(pool)) {
            throw TrusteeRefusal.FOREIGN_DRAW.at("poolHash", named, pool);
        }
        if (!draw.path("purpose").asText().equals("COEFFICIENT")) {
            return ofSession(desk, draw);
        }
        var publication = publication(desk, draw.path("tender").asText());
        if (!publication.keySet().idHex().equals(draw.path("set").asText())) {
            throw TrusteeRefusal.FOREIGN_KEY_SET.at(
                    "set", draw.path("set").asText(), publication.keySet().idHex());
        }
        requireOwnKey(desk, publication.keySet());
        if (!DrawPart.pool(draw).equals(publication.terms().coefficients())
                || draw.path("picks").asInt() != 1) {
            throw TrusteeRefusal.FOREIGN_DRAW.at(
                    "pool", DrawPart.pool(draw), publication.terms().coefficients());
        }
        lists(desk, publication);
        return publication.keySet();
    }

    /** The tender as it was published, with the key set in force, verified with the trustee's own trust file. */
    static Publication publication(Desk desk, String tender) {
        var visitor = desk.person().visitor();
        var downloaded = visitor.get("/api/core/public/tenders/" + tender);
        var hash = downloaded.path("tender").path("publicationHash").asText();
        var trust = desk.person().trust();
        var published = Publication.verify(downloaded, visitor.get("/api/core/log/proofs/" + hash), trust);
        return KeySetsInForce.of(published, visitor.get("/api/core/lots/" + published.lot() + "/key-sets"), trust);
    }

    /** Refuses a set in which this trustee stands with a key that it did not make. */
    static void requireOwnKey(Desk desk, KeySet set) {
        var member = set.member(desk.certificateId());
        if (member.isPresent()
                && desk.safe().keyOf(member.get().encryptionKey()).isEmpty()) {
            throw TrusteeRefusal.FOREIGN_KEY_SET.at(
                    "keySet.members[" + (member.get().x() - 1) + "].encryptionKey",
                    Hex.encode(member.get().encryptionKey()),
                    "the key that you made");
        }
    }

    /** The bid list, and in mode BIDDERS the release list, are under a witnessed head. */
    private static void lists(Desk desk, Publication publication) {
        var hall = desk.person().visitor().get("/api/core/lots/" + publication.lot() + "/opening");
        published(desk, "bidList", hall.path("bidList").path("hash"));
        if (publication.mode() == OpeningMode.BIDDERS) {
            published(desk, "releaseList", hall.path("release").path("hash"));
        }
    }

    private static void published(Desk desk, String field, JsonNode hash) {
        if (!(hash instanceof TextNode)) {
            throw TrusteeRefusal.LIST_NOT_PUBLISHED.at(field, "none", "a list under a witnessed head");
        }
        try {
            var proof = desk.person().visitor().get("/api/core/log/proofs/" + hash.asText());
            PublishedContent.verify(hash.asText(), proof, desk.person().trust());
        } catch (Refused refused) {
            throw TrusteeRefusal.LIST_NOT_PUBLISHED.at(field, refused.code().code(), "a list under a witnessed head");
        }
    }

    /** The set of an evaluation session, of which this person is a member; its members stand under the trust file. */
    private static KeySet ofSession(Desk desk, JsonNode draw) {
        for (JsonNode ceremony : desk.api().get("/api/core/key-sets/mine")) {
            if (ceremony.path("set").equals(draw.path("set"))) {
                var now = Fields.of(desk.api().get("/api/core/clock")).moment("legal");
                var set = KeySet.from(ceremony.path("keySet"))
                        .verify(
                                new CertificatePath(
                                        desk.person().trust().anchors().roots()),
                                now);
                if (set.idHex().equals(draw.path("set").asText())) {
                    requireOwnKey(desk, set);
                    return set;
                }
            }
        }
        throw TrusteeRefusal.FOREIGN_KEY_SET.at("set", draw.path("set").asText(), "a set of which you are a member");
    }
}
