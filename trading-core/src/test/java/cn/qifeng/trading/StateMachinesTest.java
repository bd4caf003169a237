package cn.qifeng.trading;

import cn.qifeng.testkit.states.StateMachinesPage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("State machines 状态机")
class StateMachinesTest {

    @Test
    void thePageShowsWhatTheTypesAllow() {
        StateMachinesPage.hasPart(
                "trading-core",
                PartyWalks.registration(),
                PartyWalks.person(),
                PartyWalks.roleGrant(),
                TenderWalks.tender(),
                TenderWalks.keyCeremony(),
                TenderWalks.draw(),
                BiddingWalks.upload(),
                BiddingWalks.bid(),
                OpeningWalks.opening(),
                AwardWalks.award(),
                AwardWalks.contract());
    }
}
