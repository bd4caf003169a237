package cn.qifeng.trading;

import cn.qifeng.kernel.LotId;
import cn.qifeng.kernel.Uscc;
import cn.qifeng.testkit.states.StateMachine;
import cn.qifeng.testkit.states.Walk;
import cn.qifeng.trading.bidding.domain.Bid;
import cn.qifeng.trading.bidding.domain.FileLayout;
import cn.qifeng.trading.bidding.domain.Sealing;
import cn.qifeng.trading.bidding.domain.SignedReceipt;
import cn.qifeng.trading.bidding.domain.Upload;
import cn.qifeng.trading.bidding.domain.UploadLayout;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.sign.Statement;
import java.util.List;
import java.util.UUID;

/** The walks through an upload and a sealed bid. */
final class BiddingWalks {

    private static final LotId LOT = LotId.random();
    private static final Uscc BIDDER = new Uscc("91330703XX1395956B");

    private BiddingWalks() {}

    static Walk upload() {
        var layout = new UploadLayout(List.of(new FileLayout(1, 0, 1), new FileLayout(2, 0, 1)));
        return StateMachine.ofStages("Upload 上传", Upload.class, Upload.State.class, Upload::state)
                .from(Upload.open(LOT, BIDDER, layout))
                .walk();
    }

    static Walk bid() {
        var receipt = new SignedReceipt(CanonicalJson.object(), new byte[0]);
        var sealing = new Sealing(
                UUID.randomUUID(), LOT, BIDDER, new byte[0], new byte[0], UUID.randomUUID(), receipt, "request");
        return StateMachine.ofTypes("Sealed bid 投标", Bid.class)
                .from(new Bid.Live(sealing), new Bid.Held(sealing))
                .given("replacedBy", "ab")
                .given("withdrawnBy", new Statement(CanonicalJson.object(), ""), receipt)
                .walk();
    }
}
