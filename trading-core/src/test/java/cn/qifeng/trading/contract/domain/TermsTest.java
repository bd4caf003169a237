package cn.qifeng.trading.contract.domain;

import static cn.qifeng.trading.contract.domain.ContractRefusal.PARTIES_DIFFER;
import static cn.qifeng.trading.contract.domain.ContractRefusal.SIGNED_ON;
import static cn.qifeng.trading.contract.domain.ContractRefusal.TERMS_DIFFER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.qifeng.kernel.Fen;
import cn.qifeng.kernel.LotId;
import cn.qifeng.kernel.RefusalCode;
import cn.qifeng.kernel.Refused;
import cn.qifeng.kernel.TenderId;
import java.time.Instant;
import java.time.LocalDate;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Contract 合同")
class TermsTest {

    private static final Instant NOTICED = Instant.parse("2027-01-10T02:00:00Z");
    private static final Instant NOW = Instant.parse("2027-02-20T02:00:00Z");
    private static final Fen PRICE = Fen.ofYuan("41234567.89");
    private static final LocalDate DAY = LocalDate.of(2027, 1, 20);

    @Test
    void hasThePriceAndDurationOfTheBid() {
        assertThatCode(() -> terms(PRICE, 300, DAY).check(PRICE, 300, NOTICED, NOW))
                .doesNotThrowAnyException();
        assertThat(refusal(() -> terms(new Fen(PRICE.value() + 1), 300, DAY).check(PRICE, 300, NOTICED, NOW)))
                .isEqualTo(TERMS_DIFFER);
        assertThat(refusal(() -> terms(PRICE, 301, DAY).check(PRICE, 300, NOTICED, NOW)))
                .isEqualTo(TERMS_DIFFER);
    }

    @Test
    void isSignedAfterTheNoticeAndNotInTheFuture() {
        assertThat(refusal(() -> terms(PRICE, 300, LocalDate.of(2027, 1, 9)).check(PRICE, 300, NOTICED, NOW)))
                .isEqualTo(SIGNED_ON);
        assertThat(refusal(() -> terms(PRICE, 300, LocalDate.of(2027, 2, 21)).check(PRICE, 300, NOTICED, NOW)))
                .isEqualTo(SIGNED_ON);
    }

    @Test
    void isLateOnTheThirtyFirstDayAfterTheNotice() {
        assertThat(terms(PRICE, 300, LocalDate.of(2027, 2, 9)).daysLate(NOTICED, 30))
                .isZero();
        assertThat(terms(PRICE, 300, LocalDate.of(2027, 2, 10)).daysLate(NOTICED, 30))
                .isEqualTo(1);
    }

    @Test
    void bothPartiesSignTheSameTerms() {
        var offered = new Contract.Offered(LotId.random(), TenderId.random(), "a", terms(PRICE, 300, DAY), "{}");

        assertThat(refusal(() -> offered.accept(terms(PRICE, 299, DAY), "{}", NOW)))
                .isEqualTo(PARTIES_DIFFER);
        assertThat(offered.accept(terms(PRICE, 300, DAY), "{}", NOW).close(NOW).closedAt())
                .isEqualTo(NOW);
    }

    private static Terms terms(Fen amount, int days, LocalDate signedOn) {
        return new Terms("HT-2027-001", amount, days, signedOn);
    }

    private static RefusalCode refusal(ThrowingCallable act) {
        return catchThrowableOfType(Refused.class, act).code();
    }
}
