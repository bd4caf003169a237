package cn.qifeng.auditor.check;

import cn.qifeng.auditor.Broken;
import cn.qifeng.auditor.Canon;
import cn.qifeng.auditor.Dossier;
import cn.qifeng.auditor.crypto.BidHeader;
import cn.qifeng.auditor.crypto.Certificates;
import cn.qifeng.auditor.crypto.Hash;
import cn.qifeng.auditor.crypto.Sealing;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** The opening: exactly the live bids of the list, at one instant, each giving the prices that were sealed. */
public final class OpeningCheck implements Check {

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
        var live = new ArrayList<JsonNode>();
        list.body().path("bids").forEach(line -> {
            if (line.path("state").asText().equals("LIVE")) {
                live.add(line);
            }
        });
        var results = opened.body().path("results");
        Broken.unless(results.size() == live.size(), opened.object(), "not exactly the live bids of the list");
        var presses = presses(dossier, list);
        for (int i = 0; i < live.size(); i++) {
            Broken.unless(
                    results.get(i).path("bidId").equals(live.get(i).path("bidId")),
                    opened.object(),
                    "not the live bids in order");
            result(dossier, opened, results.get(i), live.get(i), presses);
        }
        return live.size();
    }

    /** Shares by x and bid, from the presses that this cut shows. */
    private static List<Map.Entry<Integer, JsonNode>> presses(Dossier dossier, Dossier.Entry list) {
        var members = members(dossier);
        var presses = new ArrayList<Map.Entry<Integer, JsonNode>>();
        for (Dossier.Entry press : dossier.entries("lot/pressed")) {
            dossier.requireHeadBetween(list, press);
            dossier.entries("draw/result").stream()
                    .filter(draw -> draw.n() < press.n())
                    .findFirst()
                    .orElseThrow(() -> new Broken(press.object(), "pressed before the coefficient was drawn"));
            if (press.open()) {
                var x = members.get(Certificates.id(dossier.signer(press.body().path("statement"), press)));
                Broken.unless(x != null, press.object(), "pressed by somebody who is no trustee of the lot");
                Broken.unless(
                        press.doc().path("bidList").asText().equals(list.contentHash()),
                        press.object(),
                        "pressed for another bid list");
                presses.add(Map.entry(x, press.doc().path("shares")));
            }
        }
        return presses;
    }

    private static Map<String, Integer> members(Dossier dossier) {
        var members = new HashMap<String, Integer>();
        for (JsonNode member : dossier.entries().get(0).body().path("keySet").path("members")) {
            var certificate = HeadsCheck.bytes(member, "certificate", "key set");
            members.put(Hash.hex(certificate), member.path("x").asInt());
        }
        return members;
    }

    private static void result(
            Dossier dossier,
            Dossier.Entry opened,
            JsonNode result,
            JsonNode line,
            List<Map.Entry<Integer, JsonNode>> presses) {
        var folder =
                "bids/" + line.path("bidId").asText() + "-" + line.path("seq").asText();
        if (!result.path("status").asText().equals("OPENED")) {
            Broken.unless(result.path("finding").isTextual(), opened.object(), "an invalid bid without a finding");
            if (presses.isEmpty()) {
                dossier.attested()
                        .add(folder + " invalid: " + result.path("finding").asText());
            }
            return;
        }
        var header = BidHeader.parse(dossier.file().bytes(folder + "/header.der"), folder + "/header.der");
        var key = Dossier.hex(result, "fileKey", 16, opened.object());
        Broken.unless(
                Arrays.equals(
                        Sealing.fileKeyCommit(header, 1, key),
                        header.files().get(0).fileKeyCommit()),
                opened.object() + "#" + line.path("bidId").asText(),
                "not the key that the bidder committed to");
        var plain = FramesCheck.small(dossier, folder, header, 1, key);
        Broken.unless(
                Arrays.equals(plain, Canon.bytes(result.path("bid"), opened.object())),
                opened.object() + "#" + line.path("bidId").asText(),
                "not what the bidder sealed");
        if (!presses.isEmpty()) {
            whole(dossier, folder, header, line.path("bidId").asText(), presses);
        }
    }

    private static void whole(
            Dossier dossier,
            String folder,
            BidHeader header,
            String bidId,
            List<Map.Entry<Integer, JsonNode>> presses) {
        var set = dossier.entries().get(0).body().path("keySet");
        int threshold = set.path("threshold").asInt();
        var shares = new HashMap<Integer, byte[]>();
        for (var press : presses) {
            for (JsonNode share : press.getValue()) {
                if (share.path("bidId").asText().equals(bidId) && share.has("share") && shares.size() < threshold) {
                    shares.put(press.getKey(), Dossier.hex(share, "share", 16, folder));
                }
            }
        }
        Broken.unless(shares.size() == threshold, folder, "opened with fewer shares than the threshold");
        var cek = Sealing.combine(shares);
        var prk = Hash.extract(header.salt(), cek);
        Broken.unless(
                Arrays.equals(
                        header.keyCommit(),
                        Hash.expand(
                                prk,
                                32,
                                Hash.ascii("BES1 commit"),
                                header.tenderCtx(),
                                header.bidId(),
                                Hash.u32(header.seq()))),
                folder + "/header.der#keyCommit",
                "the shares give another key");
        wraps(header, set, cek, prk, threshold, folder);
        for (BidHeader.SealedFile file : header.files()) {
            var key = Sealing.fileKey(prk, header, file.n());
            Broken.unless(
                    Arrays.equals(Sealing.fileKeyCommit(header, file.n(), key), file.fileKeyCommit()),
                    folder + "/header.der#files." + file.n(),
                    "not the key committed to");
            FramesCheck.stream(dossier, folder, header, file.n(), key);
        }
    }

    private static void wraps(BidHeader header, JsonNode set, byte[] cek, byte[] prk, int threshold, String folder) {
        var object = folder + "/header.der";
        var selfId = Hash.sm3(header.selfKey());
        Broken.unless(
                Arrays.equals(header.selfWrap(), wrap(prk, header, header.selfKey(), cek, selfId, "self")),
                object + "#self",
                "not the wrap that the key gives");
        Broken.unless(
                header.trustees().size() == set.path("members").size(), object + "#trustees", "not the set's members");
        for (JsonNode member : set.path("members")) {
            int x = member.path("x").asInt();
            var found = header.trustees().get(x - 1);
            var id = Hash.sm3(HeadsCheck.bytes(member, "certificate", "key set"));
            var share = Sealing.share(cek, prk, "BES1 coefficient", threshold, x);
            var commit = Hash.sm3(Hash.ascii("BES1 share"), header.core(), id, share);
            var key = HexFormat.of().parseHex(member.path("encryptionKey").asText());
            Broken.unless(
                    Arrays.equals(found.trusteeId(), id)
                            && Arrays.equals(found.shareCommit(), commit)
                            && Arrays.equals(found.wrap(), wrap(prk, header, key, share, id, "trustee")),
                    object + "#trustees." + x,
                    "not the share or wrap that the key gives");
        }
    }

    private static byte[] wrap(byte[] prk, BidHeader header, byte[] key, byte[] secret, byte[] recipient, String role) {
        return Sealing.wrap(
                key,
                secret,
                Hash.sm3(header.core(), recipient, Hash.ascii(role)),
                Hash.expand(prk, 48, Hash.ascii("BES1 scalar"), Hash.ascii(role), recipient, header.core()));
    }
}
