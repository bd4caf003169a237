package cn.qifeng.auditor.check;

import cn.qifeng.auditor.Broken;
import cn.qifeng.auditor.Dossier;
import cn.qifeng.auditor.Shape;
import cn.qifeng.auditor.crypto.BidHeader;
import cn.qifeng.auditor.crypto.Certificates;
import cn.qifeng.auditor.crypto.Hash;
import cn.qifeng.auditor.crypto.Qs1;
import com.fasterxml.jackson.databind.JsonNode;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Headers behind the lines of a bid list, and that each folder holds exactly what the cut shows of it. */
final class HeadersCheck {

    private HeadersCheck() {}

    static void run(Dossier dossier, List<JsonNode> lines, Map<String, JsonNode> receipts) {
        var headers = new HashMap<String, byte[]>();
        var uscc = new HashMap<String, String>();
        for (JsonNode line : lines) {
            var folder = BidsCheck.folder(line);
            if (shown(dossier, line)) {
                var key = folder.substring("bids/".length());
                var owner = header(dossier, line, receipts.get(key), headers, folder);
                if (LiveLines.live(dossier, line)) {
                    Broken.unless(
                            uscc.put(owner, line.path("bidId").asText()) == null,
                            folder + "/header.der",
                            "a second live bid of one bidder",
                            owner);
                }
            }
            contents(dossier, line, folder);
        }
        names(dossier, uscc);
    }

    private static boolean shown(Dossier dossier, JsonNode line) {
        return dossier.whole() || LiveLines.live(dossier, line) || Party.owns(dossier, line);
    }

    /** Unified social credit code of the bidder whose header this is. */
    private static String header(
            Dossier dossier, JsonNode line, JsonNode receipt, Map<String, byte[]> headers, String folder) {
        var object = folder + "/header.der";
        var der = dossier.file().bytes(object);
        Broken.unless(Hash.hex(der).equals(line.path("headerHash").asText()), object, "not the header of the list");
        var header = BidHeader.parse(der, object);
        var signature = folder + "/header.p7s";
        var chain = Qs1.verify(der, dossier.file().bytes(signature), signature);
        dossier.requireTrusted(chain, signature, Shape.moment(receipt, "stamp", folder + "/receipt.json"));
        var bidder = HexFormat.of().formatHex(header.bidder());
        Broken.unless(bidder.equals(Certificates.id(chain.get(0))), signature, "signed by another bidder");
        Shape.equal(receipt, "bidder", bidder, folder + "/receipt.json", "the receipt of another bidder");
        context(dossier, header, line, receipt, object);
        openable(dossier, header, line, object);
        var former = headers.get(line.path("bidId").asText() + "-" + (header.seq() - 1));
        Broken.unless(
                header.seq() == 1 || former == null || Arrays.equals(Hash.sm3(former), header.prev()),
                object,
                "does not follow the envelope before");
        headers.put(line.path("bidId").asText() + "-" + header.seq(), der);
        try {
            return Certificates.uscc(chain.get(0));
        } catch (GeneralSecurityException e) {
            throw new Broken(signature, "an unreadable certificate");
        }
    }

    private static void context(Dossier dossier, BidHeader header, JsonNode line, JsonNode receipt, String object) {
        var publication = dossier.publication();
        var context = Hash.sm3(
                Hash.ascii("BES1 tender"),
                HexFormat.of().parseHex(dossier.entries().get(0).contentHash()),
                BidsCheck.uuid(dossier.lot()));
        Broken.unless(Arrays.equals(context, header.tenderCtx()), object, "sealed for another tender");
        trustees(dossier, header, receipt, object);
        Broken.unless(
                !ReleasesCheck.byBidders(dossier) || header.trustees().isEmpty(),
                object,
                "sealed to trustees before its bidder released it");
        Broken.unless(
                header.docVersion() >= 1
                        && header.docVersion()
                                <= publication.path("document").path("version").asLong(),
                object,
                "made for a document that was not published");
        Broken.unless(
                HexFormat.of()
                                .formatHex(header.bidId())
                                .equals(line.path("bidId").asText())
                        && header.seq() == line.path("seq").asLong(),
                object,
                "another bid");
    }

    /** Listed as lost exactly where the keys of the set that it is sealed to are. */
    private static void openable(Dossier dossier, BidHeader header, JsonNode line, String object) {
        var because = LotSets.lost(dossier).get(HexFormat.of().formatHex(header.trusteeSet()));
        var state = line.path("state").asText();
        if (state.equals("SET_LOST")) {
            Broken.unless(line.path("because").asText().equals(because), object, "a bid that could be opened");
        } else {
            boolean counts = state.equals("LIVE") || state.equals("HELD");
            Broken.unless(because == null || !counts, object, "a bid that nobody can open");
        }
    }

    /** Sealed to the key set that was in force at the stamp. */
    private static void trustees(Dossier dossier, BidHeader header, JsonNode receipt, String object) {
        var sets = LotSets.of(dossier);
        var set = HexFormat.of().formatHex(header.trusteeSet());
        Broken.unless(sets.find(set).isPresent(), object, "sealed to other trustees", set);
        var stamp = Shape.moment(receipt, "stamp", object);
        long bound = Shape.number(receipt, "boundMs", object);
        Broken.unless(sets.sealable(set, stamp, bound), object, "sealed to a set that was not in force", set);
    }

    /** Exactly the files that the cut shows of this line. */
    private static void contents(Dossier dossier, JsonNode line, String folder) {
        var expected = new TreeSet<String>();
        expected.add(folder + "/receipt.json");
        var all = dossier.whole() || Party.owns(dossier, line);
        if (shown(dossier, line)) {
            expected.add(folder + "/header.der");
            expected.add(folder + "/header.p7s");
            var state = line.path("state").asText();
            if (LiveLines.live(dossier, line) && !dossier.pressing() || all && state.equals("HELD")) {
                int count = all
                        ? BidHeader.parse(dossier.file().bytes(folder + "/header.der"), folder + "/header.der")
                                .files()
                                .size()
                        : 1;
                for (int n = 1; n <= count; n++) {
                    expected.add(folder + "/" + n + ".enc");
                }
            }
            if (all && state.equals("WITHDRAWN")) {
                expected.add(folder + "/withdrawal.json");
                expected.add(folder + "/withdrawal-receipt.json");
            }
        }
        Party.scores(dossier).filter(name -> name.startsWith(folder + "/")).ifPresent(expected::add);
        for (String name : expected) {
            Broken.unless(dossier.file().has(name), name, "missing");
        }
        for (String name : dossier.file().under(folder + "/")) {
            Broken.unless(expected.contains(name), name, "more than this cut shows");
        }
    }

    /** The names read out are those in the certificates of the live bids. */
    private static void names(Dossier dossier, Map<String, String> uscc) {
        var entry = dossier.first("lot/names");
        if (entry.isEmpty()) {
            return;
        }
        var live = LiveLines.of(dossier);
        var names = entry.get().body().path("bids");
        var object = entry.get().object();
        Broken.unless(names.size() == live.size(), object, "not exactly the live bids");
        for (int i = 0; i < live.size(); i++) {
            Broken.unless(names.get(i).path("bidId").equals(live.get(i).path("bidId")), object, "not the live bids");
            var owner = uscc.get(names.get(i).path("uscc").asText());
            Broken.unless(
                    live.get(i).path("bidId").asText().equals(owner), object, "not the bidder who signed the bid");
        }
    }
}
