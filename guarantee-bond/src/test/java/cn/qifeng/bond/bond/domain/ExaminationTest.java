package cn.qifeng.bond.bond.domain;

import static org.assertj.core.api.Assertions.assertThat;

import cn.qifeng.bond.bond.domain.Examination.Content;
import cn.qifeng.kernel.Verdict;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Verification of a bond 保函验真")
class ExaminationTest {

    private static final SecuredLot LOT = SecuredLots.road();
    private static final String BIDDER = SecuredLots.BIDDER.uscc().value();
    private static final String BENEFICIARY = LOT.procuringEntity().uscc().value();
    private static final long ASKED = LOT.required().value();
    private static final Instant START = LOT.bidDeadline().minusSeconds(86_400);

    @Test
    void aBondAsTheDocumentAsksForIsValid() {
        assertThat(of(LOT.lot().value(), BIDDER, BENEFICIARY, ASKED, LOT.validityEnd(), true))
                .isEqualTo(Verdict.passed());
    }

    @Test
    void aBondThatEndsBeforeTheBidValidityIsInvalid() {
        assertThat(reason(of(
                        LOT.lot().value(),
                        BIDDER,
                        BENEFICIARY,
                        ASKED,
                        LOT.validityEnd().minusMillis(1),
                        true)))
                .isEqualTo("bond/expires-too-early");
    }

    @Test
    void aFenTooLittleIsInvalid() {
        assertThat(reason(of(LOT.lot().value(), BIDDER, BENEFICIARY, ASKED - 1, LOT.validityEnd(), true)))
                .isEqualTo("bond/amount-too-low");
    }

    @Test
    void aBondOfAnotherLotBidderOrBeneficiaryIsInvalid() {
        assertThat(reason(of(UUID.randomUUID(), BIDDER, BENEFICIARY, ASKED, LOT.validityEnd(), true)))
                .isEqualTo("bond/foreign-lot");
        assertThat(reason(of(LOT.lot().value(), BENEFICIARY, BENEFICIARY, ASKED, LOT.validityEnd(), true)))
                .isEqualTo("bond/foreign-applicant");
        assertThat(reason(of(LOT.lot().value(), BIDDER, BIDDER, ASKED, LOT.validityEnd(), true)))
                .isEqualTo("bond/foreign-beneficiary");
    }

    @Test
    void aBondThatDoesNotPayOnDemandIsInvalid() {
        assertThat(reason(of(LOT.lot().value(), BIDDER, BENEFICIARY, ASKED, LOT.validityEnd(), false)))
                .isEqualTo("bond/not-independent");
    }

    private static Verdict of(
            UUID lot, String applicant, String beneficiary, long amount, Instant expireAt, boolean onDemand) {
        return Examination.of(new Content(lot, applicant, beneficiary, amount, START, expireAt, onDemand), LOT, BIDDER);
    }

    private static String reason(Verdict verdict) {
        return ((Verdict.Failed) verdict).reason();
    }
}
