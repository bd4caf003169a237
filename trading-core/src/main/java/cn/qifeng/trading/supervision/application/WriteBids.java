package cn.qifeng.trading.supervision.application;

import cn.qifeng.trading.bidding.application.BidFrames;
import cn.qifeng.trading.bidding.domain.Bid;
import cn.qifeng.trading.bidding.domain.Sealing;
import cn.qifeng.trading.bidding.domain.SignedReceipt;
import cn.qifeng.trading.supervision.domain.Cut;
import cn.qifeng.trust.envelope.BidHeader;
import jakarta.enterprise.context.ApplicationScoped;

/** Writes what the bid list names (投标文件): receipts of all bids, and the envelopes that the cut shows. */
@ApplicationScoped
class WriteBids {

    private final BidFrames frames;
    private final OwnScores ownScores;

    WriteBids(BidFrames frames, OwnScores ownScores) {
        this.frames = frames;
        this.ownScores = ownScores;
    }

    /** One line of the bid list. */
    void write(Gathered gathered, Bid bid, PackageZip zip, Disclosed disclosed) {
        var sealing = bid.sealing();
        var folder = "bids/" + sealing.bidId() + "-" + sealing.seq() + "/";
        receipt(gathered, sealing.receipt(), folder + "receipt.json", zip, disclosed);
        boolean live = gathered.standing(bid);
        boolean all = gathered.wholly(bid);
        if (live || all) {
            zip.bytes(folder + "header.der", sealing.header());
            zip.bytes(folder + "header.p7s", sealing.signature());
            disclosed.signature(sealing.header(), sealing.signature());
        }
        boolean sealed = gathered.cut() == Cut.TRUSTEE;
        if (live && !sealed || all && gathered.listed(bid).equals("HELD")) {
            files(sealing, all, folder, zip);
        }
        if (live && all && !gathered.cut().whole()) {
            ownScores.of(gathered).ifPresent(scores -> zip.json(folder + "scores.json", scores));
        }
        if (bid instanceof Bid.Withdrawn withdrawn && all) {
            zip.json(folder + "withdrawal.json", withdrawn.statement().toJson());
            disclosed.read(withdrawn.statement().toJson());
            receipt(gathered, withdrawn.lastReceipt(), folder + "withdrawal-receipt.json", zip, disclosed);
        }
    }

    private static void receipt(
            Gathered gathered, SignedReceipt receipt, String name, PackageZip zip, Disclosed disclosed) {
        var json = receipt.toJson();
        disclosed.read(json);
        json.set("leaf", gathered.leaf(receipt.hash()));
        zip.json(name, json);
    }

    private void files(Sealing sealing, boolean all, String folder, PackageZip zip) {
        int count = all ? BidHeader.decode(sealing.header()).files().size() : 1;
        for (int n = 1; n <= count; n++) {
            zip.stream(folder + n + ".enc", frames.of(sealing, n));
        }
    }
}
