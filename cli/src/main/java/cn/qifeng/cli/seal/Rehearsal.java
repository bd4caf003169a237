package cn.qifeng.cli.seal;

import cn.qifeng.cli.client.Person;
import cn.qifeng.cli.proof.Receipt;
import cn.qifeng.trust.envelope.BidFile;
import cn.qifeng.trust.envelope.BidOpener;
import cn.qifeng.trust.envelope.BidOpening;
import cn.qifeng.trust.envelope.OpeningMode;
import cn.qifeng.trust.gcrypt.Gcrypt;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.file.Files;

/**
 * A rehearsal (演练) of one's own envelope: the own key opens it, every frame on disk verifies, and in mode BIDDERS the wraps
 * for the published trustees can be made. Nothing leaves the machine.
 */
final class Rehearsal {

    private final Person person;
    private final Envelope envelope;
    private final BidOpener opener = new BidOpener(Gcrypt.fastest());

    Rehearsal(Person person, Envelope envelope) {
        this.person = person;
        this.envelope = envelope;
    }

    int run() throws IOException {
        var publication = publication(person, envelope);
        envelope.requireLot(publication);
        requireHandedIn();
        var own = envelope.ownKey(person.keyFile().encryptionKey());
        var header = envelope.header();
        var opening = opener.openSelf(header, publication.mode(), publication.keySetOf(header), own);
        if (!(opening instanceof BidOpening.Opened opened)) {
            var invalid = (BidOpening.Invalid) opening;
            throw invalid.finding().at(invalid.field(), "another one", "what your own key opens");
        }
        for (BidFile file : header.files()) {
            try (var frames = Files.newInputStream(envelope.frames(file))) {
                opener.decrypt(opened, file.n(), frames, OutputStream.nullOutputStream());
            }
        }
        System.out.println(
                "Rehearsed 演练通过: your key opens all " + header.files().size() + " files of bid " + envelope.bidId()
                        + wraps(publication, own) + "\n  nothing was released 未放行任何内容");
        return 0;
    }

    private String wraps(Publication publication, BigInteger own) {
        if (publication.mode() != OpeningMode.BIDDERS) {
            return "\n  the trustees open it; no release is needed 由保管人启封，无需放行";
        }
        var made = opener.release(envelope.header(), publication.keySet(), own);
        return "\n  a release for " + made.size() + " trustees can be made 可为保管人生成放行内容";
    }

    /** The tender of an envelope, verified with the bidder's own trust file. */
    static Publication publication(Person person, Envelope envelope) {
        var tender = tender(person, envelope);
        var downloaded = person.visitor().get("/api/core/public/tenders/" + tender);
        var hash = downloaded.path("tender").path("publicationHash").asText();
        var published =
                Publication.verify(downloaded, person.visitor().get("/api/core/log/proofs/" + hash), person.trust());
        return KeySetsInForce.of(
                published, person.visitor().get("/api/core/lots/" + published.lot() + "/key-sets"), person.trust());
    }

    private static String tender(Person person, Envelope envelope) {
        return person.visitor()
                .get("/api/core/lots/" + envelope.lot() + "/opening")
                .path("tender")
                .asText();
    }

    /** Refuses unless the platform holds this very envelope as the newest of this bid. */
    private void requireHandedIn() {
        JsonNode newest = null;
        for (JsonNode bid : person.api().get("/api/core/bids/mine?lot=" + envelope.lot())) {
            if (newest == null || bid.path("seq").asInt() > newest.path("seq").asInt()) {
                newest = bid;
            }
        }
        if (newest == null) {
            throw SealRefusal.OTHER_ENVELOPE.at("headerHash", "nothing handed in", envelope.headerHash());
        }
        var receipt = Receipt.verify(newest, person.trust());
        receipt.requireFor(envelope.lot(), envelope.bidId(), envelope.headerHash(), envelope.seq());
    }
}
