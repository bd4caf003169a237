package cn.qifeng.bond.bond.domain;

import cn.qifeng.kernel.PartyId;
import cn.qifeng.kernel.Verdict;
import cn.qifeng.testkit.states.StateMachine;
import cn.qifeng.testkit.states.StateMachinesPage;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("State machines 状态机")
class StateMachinesTest {

    private static final Instant NOW = Instant.parse("2026-12-01T02:00:00Z");

    @Test
    void thePageShowsWhatTheTypesAllow() {
        var application = Application.of(
                BondId.random(),
                PartyId.random(),
                SecuredLots.BIDDER,
                SecuredLots.road(),
                BondForm.BANK_GUARANTEE,
                NOW);
        var walk = StateMachine.ofTypes("Bid bond 投标保函", Bond.class)
                .from(new Bond.Applied(application))
                .given("issue", new SignedBond("DB-1", "{}", "sig", "00"), NOW)
                .given("decline", "资信不足", NOW)
                .given("open", Verdict.passed(), NOW)
                .given("open", new Verdict.Failed("bond/amount-too-low", "§26"), NOW)
                .given("lapse", NOW)
                .given("release", "CONTRACT", NOW)
                .walk();

        StateMachinesPage.hasPart("guarantee-bond", walk);
    }
}
