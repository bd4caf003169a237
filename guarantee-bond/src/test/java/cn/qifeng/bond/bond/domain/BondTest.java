package cn.qifeng.bond.bond.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.qifeng.kernel.Fen;
import cn.qifeng.kernel.PartyId;
import cn.qifeng.kernel.Refused;
import cn.qifeng.kernel.Verdict;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Bid bond 投标保函")
class BondTest {

    private static final Instant NOW = Instant.parse("2026-12-01T02:00:00Z");
    private static final SignedBond DOCUMENT = new SignedBond("DB-1", "{}", "sig", "00");

    @Test
    void coversTheAmountAskedUntilTheEndOfTheBidValidity() {
        var lot = SecuredLots.road();
        var application = apply(lot, NOW);

        assertThat(application.amount()).isEqualTo(lot.required());
        assertThat(application.expireAt()).isEqualTo(Instant.parse("2027-03-22T01:30:00Z"));
    }

    @Test
    void cannotBeAppliedForFromTheDeadlineOn() {
        var lot = SecuredLots.road();
        var refused = catchThrowableOfType(Refused.class, () -> apply(lot, lot.bidDeadline()));

        assertThat(refused.code()).isEqualTo(BondRefusal.AFTER_DEADLINE);
    }

    @Test
    void cannotBeAppliedForWhereTheDocumentAcceptsNone() {
        for (var lot : new SecuredLot[] {SecuredLots.lot(false, new Fen(1)), SecuredLots.lot(true, new Fen(0))}) {
            var refused = catchThrowableOfType(Refused.class, () -> apply(lot, NOW));
            assertThat(refused.code()).isEqualTo(BondRefusal.FORM_NOT_ACCEPTED);
        }
    }

    @Test
    void isOpenedAsValidOrInvalidAndThenReleased() {
        var issued = new Bond.Applied(apply(SecuredLots.road(), NOW)).issue(DOCUMENT, NOW);

        assertThat(issued.open(Verdict.passed(), NOW)).isInstanceOf(Bond.Valid.class);
        var invalid = issued.open(new Verdict.Failed("bond/amount-too-low", "§26"), NOW);
        assertThat(invalid)
                .isInstanceOfSatisfying(
                        Bond.Invalid.class,
                        it -> assertThat(it.release("CONTRACT", NOW).reason()).isEqualTo("CONTRACT"));
    }

    private static Application apply(SecuredLot lot, Instant now) {
        return Application.of(BondId.random(), PartyId.random(), SecuredLots.BIDDER, lot, BondForm.BANK_GUARANTEE, now);
    }
}
