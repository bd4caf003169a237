package cn.qifeng.trading.party;

import static cn.qifeng.trading.party.domain.PartyRefusal.OWN_VERIFICATION;
import static cn.qifeng.trading.party.domain.PartyRefusal.WRONG_STATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.qifeng.kernel.PartyId;
import cn.qifeng.kernel.PersonId;
import cn.qifeng.kernel.Refused;
import cn.qifeng.kernel.Uscc;
import cn.qifeng.trading.party.domain.Party;
import cn.qifeng.trading.party.domain.PartyData;
import cn.qifeng.trading.party.domain.PartyKind;
import java.time.Instant;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Registration of a bidder 投标人注册")
class PartyTest {

    private static final Instant NOW = Instant.parse("2026-11-28T02:00:00Z");
    private static final PersonId CLERK = PersonId.random();
    private static final PersonId VERIFIER = PersonId.random();
    private static final PartyData DATA = data("示例路 1 号");
    private static final PartyData MOVED = data("示例路 2 号");

    @Test
    void remembersWhoHandedInAndWhen() {
        assertThat(submitted().submitted()).contains(new Party.Act(CLERK, NOW, ""));
    }

    @Test
    void remembersWhoVerifiedWhenAndWhy() {
        var refused = submitted().reject(VERIFIER, "地址不全", NOW);

        assertThat(refused.judged()).contains(new Party.Act(VERIFIER, NOW, "地址不全"));
    }

    @Test
    void actsOnlyOnceVerified() {
        assertThat(submitted().active()).isFalse();
        assertThat(verified().active()).isTrue();
    }

    @Test
    void isVerifiedBySomebodyElse() {
        assertThat(refusal(() -> submitted().accept(CLERK, NOW))).isEqualTo(OWN_VERIFICATION);
    }

    @Test
    void isClosedToChangesWhileItWaits() {
        assertThat(refusal(() -> submitted().edit(MOVED))).isEqualTo(WRONG_STATE);
        assertThat(refusal(() -> submitted().propose(MOVED, CLERK, NOW))).isEqualTo(WRONG_STATE);
    }

    @Test
    void keepsTheOldDataUntilAChangeIsVerified() {
        var changed = verified().propose(MOVED, CLERK, NOW);

        assertThat(changed.data()).isEqualTo(DATA);
        assertThat(changed.accept(VERIFIER, NOW).data()).isEqualTo(MOVED);
        assertThat(changed.reject(VERIFIER, "无证明", NOW).data()).isEqualTo(DATA);
    }

    @Test
    void canBeMendedBeforeItIsHandedInAndAfterItWasRefused() {
        assertThat(draft().edit(MOVED).data()).isEqualTo(MOVED);
        assertThat(submitted().reject(VERIFIER, "地址不全", NOW).edit(MOVED).data()).isEqualTo(MOVED);
        assertThat(refusal(() -> verified().edit(MOVED))).isEqualTo(WRONG_STATE);
    }

    @Test
    void canBeStoppedAndLetGoOnByTheCentre() {
        var stopped = verified().suspend(VERIFIER, "执照被吊销", NOW);

        assertThat(stopped.active()).isFalse();
        assertThat(stopped.resume(VERIFIER, "已恢复", NOW).active()).isTrue();
    }

    private static Party draft() {
        return Party.draft(PartyId.random(), new Uscc("91330703XX1395956B"), PartyKind.BIDDER, DATA);
    }

    private static Party submitted() {
        return draft().submit(CLERK, NOW);
    }

    private static Party verified() {
        return submitted().accept(VERIFIER, NOW);
    }

    private static PartyData data(String address) {
        return new PartyData("青石建设有限公司", address, "王一", "李二", "0579-00000000");
    }

    private static Object refusal(ThrowingCallable act) {
        return catchThrowableOfType(Refused.class, act).code();
    }
}
