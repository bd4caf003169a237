package cn.qifeng.auditor.check;

import cn.qifeng.auditor.Dossier;
import cn.qifeng.auditor.Shape;
import cn.qifeng.auditor.crypto.BidHeader;
import cn.qifeng.auditor.crypto.Hash;
import cn.qifeng.auditor.crypto.Sealing;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/** What the shares that were pressed show of an envelope (docs/bid-envelope.md section 6). */
final class EnvelopeFindings {

    private EnvelopeFindings() {}

    /** The finding, or {@code null} when everything is as the bidder sealed it. */
    static String of(
            Dossier dossier,
            String folder,
            BidHeader header,
            String bidId,
            JsonNode set,
            Map<String, JsonNode> presses) {
        int threshold = set.path("threshold").asInt();
        var shares = new HashMap<Integer, byte[]>();
        for (JsonNode member : set.path("members")) {
            var share = share(presses.get(OpeningCheck.memberId(member)), bidId, folder);
            if (share != null && shares.size() < threshold && good(header, OpeningCheck.memberId(member), share)) {
                shares.put(member.path("x").asInt(), share);
            }
        }
        if (shares.size() < threshold) {
            return "envelope/too-few-shares";
        }
        var cek = Sealing.combine(shares);
        var prk = Hash.extract(header.salt(), cek);
        var finding = commitments(header, prk);
        if (finding == null) {
            finding = wraps(header, set, cek, prk, threshold);
        }
        for (int i = 0; finding == null && i < header.files().size(); i++) {
            int n = header.files().get(i).n();
            var present = dossier.file().has(folder + "/" + n + ".enc");
            if (present && !FramesCheck.opens(dossier, folder, header, n, Sealing.fileKey(prk, header, n))) {
                finding = "envelope/frame-forged";
            }
        }
        return finding;
    }

    private static byte[] share(JsonNode shares, String bidId, String object) {
        if (shares != null) {
            for (JsonNode share : shares) {
                if (share.path("bidId").asText().equals(bidId) && share.has("share")) {
                    return Shape.hex(share, "share", 16, object);
                }
            }
        }
        return null;
    }

    private static boolean good(BidHeader header, String member, byte[] share) {
        var id = HexFormat.of().parseHex(member);
        var commit = Hash.sm3(Hash.ascii("BES1 share"), header.core(), id, share);
        return header.trustees().stream()
                .anyMatch(trustee ->
                        Arrays.equals(trustee.trusteeId(), id) && Arrays.equals(trustee.shareCommit(), commit));
    }

    private static String commitments(BidHeader header, byte[] prk) {
        var commit = Hash.expand(
                prk, 32, Hash.ascii("BES1 commit"), header.tenderCtx(), header.bidId(), Hash.u32(header.seq()));
        boolean holds = Arrays.equals(header.keyCommit(), commit)
                && header.files().stream()
                        .allMatch(file -> Arrays.equals(
                                file.fileKeyCommit(),
                                Sealing.fileKeyCommit(header, file.n(), Sealing.fileKey(prk, header, file.n()))));
        return holds ? null : "envelope/key-commitment";
    }

    private static String wraps(BidHeader header, JsonNode set, byte[] cek, byte[] prk, int threshold) {
        var selfId = Hash.sm3(header.selfKey());
        if (!Arrays.equals(header.selfWrap(), wrap(prk, header, header.selfKey(), cek, selfId, "self"))) {
            return "envelope/wrap-differs";
        }
        if (header.trustees().size() != set.path("members").size()) {
            return "envelope/foreign-trustees";
        }
        for (JsonNode member : set.path("members")) {
            int x = member.path("x").asInt();
            var found = header.trustees().get(x - 1);
            var id = HexFormat.of().parseHex(OpeningCheck.memberId(member));
            var share = Sealing.share(cek, prk, "BES1 coefficient", threshold, x);
            if (!Arrays.equals(found.trusteeId(), id)) {
                return "envelope/foreign-trustees";
            }
            if (!Arrays.equals(found.shareCommit(), Hash.sm3(Hash.ascii("BES1 share"), header.core(), id, share))) {
                return "envelope/share-commitment";
            }
            var key = Shape.hex(member, "encryptionKey", 65, "key set");
            if (!Arrays.equals(found.wrap(), wrap(prk, header, key, share, id, "trustee"))) {
                return "envelope/wrap-differs";
            }
        }
        return null;
    }

    private static byte[] wrap(byte[] prk, BidHeader header, byte[] key, byte[] secret, byte[] recipient, String role) {
        try {
            return Sealing.wrap(
                    key,
                    secret,
                    Hash.sm3(header.core(), recipient, Hash.ascii(role)),
                    Hash.expand(prk, 48, Hash.ascii("BES1 scalar"), Hash.ascii(role), recipient, header.core()));
        } catch (IllegalArgumentException notAPoint) {
            return new byte[0];
        }
    }
}
