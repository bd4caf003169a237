package cn.qifeng.trading.bidding.application;

import cn.qifeng.kernel.Facts;
import cn.qifeng.kernel.PartyId;
import cn.qifeng.kit.access.Caller;
import cn.qifeng.trading.bidding.domain.Bidder;
import cn.qifeng.trading.bidding.domain.BiddingRefusal;
import cn.qifeng.trading.party.application.Directory;
import cn.qifeng.trading.party.domain.PartyKind;
import cn.qifeng.trading.party.domain.PartyStanding;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;

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
        return verified(directory.party(caller.partyId()).standing(), caller::certificateId);
    }

    /** Whom the caller's token names, with nothing looked up yet. */
    public Claimed claimed() {
        return new Claimed(caller.partyId(), caller.certificateId());
    }

    /** A bidder as a token names it (待核实投标人). */
    public record Claimed(PartyId party, String certificateId) {

        /** The bidder, when this is its organisation as it stands now; refuses as {@link CallingBidder#now} does. */
        Bidder of(PartyStanding found) {
            return verified(found, () -> certificateId);
        }
    }

    private static Bidder verified(PartyStanding party, Supplier<String> certificateId) {
        if (!party.active() || party.kind() != PartyKind.BIDDER) {
            throw BiddingRefusal.NOT_A_BIDDER.with(
                    Facts.field("party", party.state(), "a verified bidder").map());
        }
        return new Bidder(party.id(), party.name(), party.uscc(), certificateId.get());
    }
}
