package cn.qifeng.auditor.check;

import cn.qifeng.auditor.Broken;
import cn.qifeng.auditor.Canon;
import cn.qifeng.auditor.Dossier;
import cn.qifeng.auditor.Shape;
import cn.qifeng.auditor.crypto.BidHeader;
import cn.qifeng.auditor.crypto.Hash;
import cn.qifeng.auditor.crypto.Sealing;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The opening: exactly the live bids of the list, at one instant, each giving the prices that were sealed. */
public final class OpeningCheck implements Check {

    /** Fewer bids than these make a lot fail (招标投标法 §28). */
    static final int BIDS_MIN = 3;

    @Override
    public String name() {
        return "opening";
    }

    @Override
    public int run(Dossier dossier) {
        var all = dossier.entries("lot/opened");
        if (all.isEmpty()) {
            return 0;
        }
        var opened = all.get(0);
        Broken.unless(all.size() == 1, all.get(all.size() - 1).object(), "opened twice");
        var list = dossier.first("lot/bid-list")
                .orElseThrow(() -> new Broken(opened.object(), "opened without a bid list"));
        dossier.requireHeadBetween(list, opened);
        var live = LiveLines.of(dossier);
        Broken.unless(
                live.size() >= BIDS_MIN
                        && dossier.first("lot/failed").stream().noneMatch(failed -> failed.n() < opened.n()),
                opened.object(),
                "opened with too few bids");
        var results = opened.body().path("results");
        Broken.unless(results.size() == live.size(), opened.object(), "not exactly the live bids of the list");
        var presses = Presses.of(dossier, list, opened, live);
        for (int i = 0; i < live.size(); i++) {
            Broken.unless(
                    results.get(i).path("bidId").equals(live.get(i).path("bidId")),
                    opened.object(),
                    "not the live bids in order");
            result(dossier, opened, results.get(i), live.get(i), presses);
        }
        record(dossier);
        return live.size();
    }

    /** What the release list says of a bid that was not released; {@code null} for one that was, and in mode TRUSTEES. */
    static JsonNode unreleased(Dossier dossier, String bidId) {
        if (ReleasesCheck.byBidders(dossier)) {
            for (JsonNode line :
                    dossier.first("lot/release-list").orElseThrow().body().path("bids")) {
                if (line.path("bidId").asText().equals(bidId)
                        && !line.path("outcome").asText().equals("RELEASED")) {
                    return line;
                }
            }
        }
        return null;
    }

    static String memberId(JsonNode member) {
        return Hash.hex(Shape.base64(member, "certificate", "key set"));
    }

    private static void result(Dossier dossier, Dossier.Entry opened, JsonNode result, JsonNode line, Presses presses) {
        var folder = BidsCheck.folder(line);
        var header = ReleasesCheck.released(
                dossier, BidHeader.parse(dossier.file().bytes(folder + "/header.der"), folder + "/header.der"));
        for (int n = 1; n <= header.files().size(); n++) {
            if (dossier.file().has(folder + "/" + n + ".enc")) {
                FramesCheck.stored(dossier, folder, header, n);
            }
        }
        var at = opened.object() + "#" + line.path("bidId").asText();
        var missing = unreleased(dossier, line.path("bidId").asText());
        if (missing != null) {
            notReleased(result, missing, at);
            return;
        }
        var set = Presses.setOf(dossier, presses.sets(), header, folder + "/header.der");
        var finding = presses.shown()
                ? EnvelopeFindings.of(
                        dossier, folder, header, line.path("bidId").asText(), set.set(), presses.of(set))
                : null;
        if (result.path("status").asText().equals("INVALID")) {
            shut(result, at);
            var told = result.path("finding").asText();
            if (!presses.shown()) {
                dossier.attested().add(folder + " invalid: " + told);
            }
            Broken.unless(!presses.shown() || told.equals(finding), at, "another finding", finding);
            return;
        }
        Shape.equal(result, "status", "OPENED", at, "a status that nobody knows");
        Broken.unless(result.path("finding").isNull(), at, "opened, with a finding");
        Broken.unless(finding == null, at, "opened in spite of a finding", finding);
        shown(dossier, opened, result, header, folder, at);
        blames(dossier, folder, line.path("bidId").asText(), set.set(), presses.of(set));
    }

    /** The envelope was rebuilt from its key, and every wrap in it is good: whoever called its own bad did not tell the truth. */
    private static void blames(
            Dossier dossier, String folder, String bidId, JsonNode set, Map<String, JsonNode> presses) {
        for (JsonNode member : set.path("members")) {
            var shares = presses.get(memberId(member));
            if (shares == null) {
                continue;
            }
            for (JsonNode share : shares) {
                if (share.path("bidId").asText().equals(bidId) && share.has("badWrap")) {
                    dossier.falseBlames()
                            .add("trustee " + member.path("x").asInt() + " "
                                    + member.path("name").asText() + ": " + folder);
                }
            }
        }
    }

    /** A bid that was opened: its key is the one committed to, and its first file says what is shown. */
    private static void shown(
            Dossier dossier, Dossier.Entry opened, JsonNode result, BidHeader header, String folder, String at) {
        var key = Shape.hex(result, "fileKey", 16, at);
        Broken.unless(
                Arrays.equals(
                        Sealing.fileKeyCommit(header, 1, key),
                        header.files().get(0).fileKeyCommit()),
                at,
                "not the key that the bidder committed to");
        var plain = FramesCheck.small(dossier, folder, header, 1, key);
        Broken.unless(
                Arrays.equals(plain, Canon.bytes(result.path("bid"), opened.object())),
                at,
                "not what the bidder sealed");
    }

    /** A bid without a release has the outcome and the cause that the release list gives. */
    private static void notReleased(JsonNode result, JsonNode missing, String at) {
        shut(result, at);
        Shape.equal(result, "status", missing.path("outcome"), at, "not what the release list says");
        var code = missing.path("causation").path("doc").path("code");
        Shape.equal(result, "finding", code, at, "not what the release list says");
    }

    /** An invalid bid tells its finding, and nothing of what is inside. */
    private static void shut(JsonNode result, String at) {
        Broken.unless(
                result.path("finding").isTextual()
                        && result.path("bid").isNull()
                        && result.path("fileKey").isNull(),
                at,
                "an invalid bid with contents, or without a finding");
    }

    private static void record(Dossier dossier) {
        for (Dossier.Entry entry : dossier.entries("lot/opening-record")) {
            for (JsonNode signature : entry.body().path("signatures")) {
                signedRecord(signature, entry, "opening-record");
            }
        }
        for (Dossier.Entry entry : dossier.entries("lot/objection")) {
            Shape.equal(entry.doc(), "type", "opening-objection", entry.object(), "not an objection");
        }
    }

    /** A signature under a document stands for the document that the entry names. */
    static void signedRecord(JsonNode signature, Dossier.Entry entry, String type) {
        Shape.equal(signature.path("doc"), "type", type, entry.object(), "a signature under something else");
        Shape.equal(
                signature.path("doc"), "sm3", entry.body().path("sm3"), entry.object(), "signed for another document");
    }

    /** Ids of the members of a key set. */
    static List<String> members(JsonNode set) {
        var members = new ArrayList<String>();
        set.path("members").forEach(member -> members.add(memberId(member)));
        return members;
    }
}
