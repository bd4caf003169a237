package cn.qifeng.bond.bond.domain;

import cn.qifeng.kernel.Fen;
import cn.qifeng.kernel.PartyId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

/**
 * Application for a bond (保函申请): everything the issuer needs, taken from the published tender and from who is
 * logged in, never from a form that the applicant could fill wrongly.
 *
 * @param effectiveAt the bond counts from here, the bid deadline at the latest
 * @param expireAt and until here, the end of the bid validity at the earliest
 */
public record Application(
        BondId id,
        PartyId party,
        Organisation applicant,
        SecuredLot lot,
        BondForm form,
        Fen amount,
        Instant appliedAt,
        Instant effectiveAt,
        Instant expireAt) {

    public Application {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(party, "party");
        Objects.requireNonNull(applicant, "applicant");
        Objects.requireNonNull(form, "form");
    }

    /** An application of one bidder for one lot. */
    public static Application of(
            BondId id, PartyId party, Organisation applicant, SecuredLot lot, BondForm form, Instant now) {
        lot.checkApplication(now);
        var from = now.truncatedTo(ChronoUnit.SECONDS);
        return new Application(
                id, party, applicant, lot, form, lot.required(), now, from, wholeSecondAfter(lot.validityEnd()));
    }

    /** Issuers know whole seconds only; the bond must not end before the bid validity. */
    private static Instant wholeSecondAfter(Instant moment) {
        var second = moment.truncatedTo(ChronoUnit.SECONDS);
        return second.equals(moment) ? second : second.plusSeconds(1);
    }
}
