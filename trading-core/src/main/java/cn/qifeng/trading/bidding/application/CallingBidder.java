package cn.qifeng.trading.bidding.application;

import cn.qifeng.kernel.Facts;
import cn.qifeng.kit.access.Caller;
import cn.qifeng.trading.bidding.domain.Bidder;
import cn.qifeng.trading.bidding.domain.BiddingRefusal;
import cn.qifeng.trading.party.application.Directory;
import cn.qifeng.trading.party.domain.PartyKind;
import jakarta.enterprise.context.ApplicationScoped;

/** The bidder for whom the caller acts (投标人): registered, verified, and logged in with its certificate. */
@ApplicationScoped
public class CallingBidder {

    private final Caller caller;
    private final Directory directory;

    CallingBidder(Caller caller, Directory directory) {
        this.caller = caller;
        this.directory = directory;
    }

    /** Refuses with {@link BiddingRefusal#NOT_A_BIDDER} whoever is no verified bidder now. */
    public Bidder now() {
        var party = directory.party(caller.partyId());
        if (!party.active() || party.kind() != PartyKind.BIDDER) {
            throw BiddingRefusal.NOT_A_BIDDER.with(
                    Facts.field("party", party.state(), "a verified bidder").map());
        }
        return new Bidder(party.id(), party.name(), party.uscc(), caller.certificateId());
    }
}
