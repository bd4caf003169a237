package cn.qifeng.cli.seal;

import cn.qifeng.cli.Invocation;
import cn.qifeng.cli.client.Api;
import cn.qifeng.cli.client.ApiFailed;
import cn.qifeng.cli.client.KeyOptions;
import cn.qifeng.kernel.ChineseCapitals;
import cn.qifeng.kernel.Fen;
import cn.qifeng.kernel.Refused;
import cn.qifeng.trust.cert.KeyFile;
import cn.qifeng.trust.envelope.BidDocument;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.sign.SigningKey;
import cn.qifeng.trust.trustfile.TrustFile;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code qifeng seal}: seals a bid on a machine that needs no network; with {@code --address} it also hands the envelope
 * in and saves the verified receipt. Run again, it goes on where it stopped.
 */
@Command(
        name = "seal",
        description =
                "Seal a bid offline; with --address hand it in and save its verified receipt. Exit 0 done, 1 refused",
        mixinStandardHelpOptions = true)
public final class SealCommand implements Callable<Integer> {

    @Option(names = "--tender", required = true, description = "the tender: GET /api/core/public/tenders/{id}, saved")
    private Path tender;

    @Option(
            names = "--proof",
            description =
                    "its place in the log: GET /api/core/log/proofs/{publicationHash}, saved; needed without --address")
    private Path proof;

    @Mixin
    private KeyOptions keys;

    @Option(
            names = "--key-sets",
            description =
                    "its key sets: GET /api/core/lots/{lot}/key-sets, saved; needed without --address once a set was replaced")
    private Path keySets;

    @Option(
            names = "--bid",
            required = true,
            description = "bid.json: priceFen, durationDays, quality, bidValidityDays, projectLeader, security")
    private Path bid;

    @Option(names = "--letter", required = true, description = "bid letter")
    private Path letter;

    @Option(names = "--technical", required = true, description = "technical part (.pdf)")
    private Path technical;

    @Option(names = "--priced-bill", required = true, description = "priced bill of quantities (.xlsx)")
    private Path pricedBill;

    @Option(names = "--other", description = "any further file; may be repeated")
    private List<Path> others = List.of();

    @Option(
            names = "--index",
            paramLabel = "ITEM=PAGES",
            description = "pages of the technical part that answer an item, such as T1=12-27/40; may be repeated;"
                    + " needed where the tender document wants a page")
    private Map<String, String> index = new LinkedHashMap<>();

    @Option(names = "--replaces", description = "folder of the envelope that this one replaces")
    private Path replaces;

    @Option(names = "--out", required = true, description = "folder for the envelope and its receipt")
    private Path out;

    @Option(names = "--address", description = "hand it in at this platform")
    private URI address;

    @Override
    public Integer call() throws IOException {
        try {
            return run();
        } catch (Refused refused) {
            System.err.println(Refusals.text(refused));
        } catch (ApiFailed failed) {
            System.err.println("Not handed in 未递交: " + failed.getMessage()
                    + "\nThe envelope is kept; the same command goes on where it stopped.");
        }
        return 1;
    }

    private int run() throws IOException {
        var anchors = keys.trust();
        var publication = publication(anchors);
        var opened = keys.keyFile();
        var signing = SigningKey.of(opened);
        var files = new BidFiles(
                bid(),
                path(letter),
                path(technical),
                path(pricedBill),
                others.stream().map(SealCommand::path).toList(),
                BidIndex.of(index, BidFiles.TECHNICAL));
        var found = PreCheck.of(publication.terms(), files);
        if (!found.isEmpty()) {
            found.forEach(refused -> System.err.println(Refusals.text(refused)));
            return 1;
        }
        var envelope = envelope(publication, files, opened, signing);
        System.out.println("Sealed 已加密封装: bid " + envelope.bidId() + ", attempt " + envelope.seq() + ", header SM3 "
                + envelope.headerHash() + "\n  in " + path(out));
        return address == null ? notHandedIn() : handIn(envelope, signing, anchors);
    }

    private Publication publication(TrustFile anchors) throws IOException {
        var downloaded = KeyOptions.read(tender, "--tender");
        if (proof == null && address == null) {
            throw SealRefusal.OTHER_PUBLICATION.at("--proof", "absent", "the saved proof, or --address to fetch it");
        }
        var hash = downloaded.path("tender").path("publicationHash").asText();
        var place = proof != null
                ? KeyOptions.read(proof, "--proof")
                : Api.at(address).get("/api/core/log/proofs/" + hash);
        var published = Publication.verify(downloaded, place, anchors);
        if (keySets != null) {
            return KeySetsInForce.of(published, KeyOptions.read(keySets, "--key-sets"), anchors);
        }
        var current = downloaded.path("sealedTo").asText(published.keySet().idHex());
        if (address == null && !current.equals(published.keySet().idHex())) {
            throw SealRefusal.OTHER_TRUSTEES.at("--key-sets", "absent", "the saved key sets: one was replaced");
        }
        return address == null
                ? published
                : KeySetsInForce.of(
                        published, Api.at(address).get("/api/core/lots/" + published.lot() + "/key-sets"), anchors);
    }

    /** The letter's data; type, version and the price in words are added where they are absent. */
    private BidDocument bid() throws IOException {
        var doc = (ObjectNode) KeyOptions.read(bid, "--bid");
        if (!doc.has("type")) {
            doc.put("type", "bid").put("v", 1);
        }
        if (!doc.has("priceWords") && doc.path("priceFen").canConvertToLong()) {
            doc.put(
                    "priceWords",
                    ChineseCapitals.of(new Fen(doc.path("priceFen").asLong())));
        }
        return BidDocument.decode(CanonicalJson.encode(doc));
    }

    private Envelope envelope(Publication publication, BidFiles files, KeyFile opened, SigningKey signing)
            throws IOException {
        var former = replaces == null
                ? null
                : Envelope.in(path(replaces)).orElseThrow(() -> missing("--replaces", replaces));
        if (former != null) {
            former.requireLot(publication);
        }
        var finished = Envelope.in(path(out));
        if (finished.isPresent()) {
            finished.get().requireSame(publication, files, signing);
            return finished.get();
        }
        return Envelope.seal(publication, files, signing, opened.encryptionKey(), former, path(out));
    }

    private static int notHandedIn() {
        System.out.println("Not handed in yet 尚未递交: run the same command with --address before the deadline.");
        return 0;
    }

    private int handIn(Envelope envelope, SigningKey signing, TrustFile anchors) throws IOException {
        var receipt = new HandIn(Api.at(address), signing, anchors).deliver(envelope);
        System.out.println("Receipt verified 回执已核验: " + receipt.hash() + "\n  received " + receipt.stamp() + " ± "
                + receipt.doc().path("boundMs").asLong() + " ms, " + receipt.text("verdict") + "\n  saved as "
                + envelope.beside("receipt.json"));
        return 0;
    }

    private static Refused missing(String option, Path file) {
        return SealRefusal.FILE_MISSING.at(option, file, "a file that can be read");
    }

    private static Path path(Path written) {
        return Invocation.path(written);
    }
}
