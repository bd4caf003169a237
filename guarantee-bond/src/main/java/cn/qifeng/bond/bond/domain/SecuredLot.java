package cn.qifeng.bond.bond.domain;

import cn.qifeng.kernel.Facts;
import cn.qifeng.kernel.Fen;
import cn.qifeng.kernel.LotId;
import cn.qifeng.kernel.Refused;
import cn.qifeng.kernel.TenderId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * What the published tender says about the security (投标保证金) of one lot.
 *
 * @param required amount asked for; zero when none is
 * @param bondsAccepted whether the document accepts bonds
 * @param bidDeadline start of the bid validity (实施条例 §25)
 * @param bidValidityDays bid validity in calendar days; the security must last as long (实施条例 §26)
 */
public record SecuredLot(
        TenderId tender,
        LotId lot,
        String lotCode,
        String lotName,
        String projectName,
        Organisation procuringEntity,
        Organisation agency,
        Fen required,
        boolean bondsAccepted,
        Instant bidDeadline,
        int bidValidityDays) {

    /** The end of the bid validity. */
    public Instant validityEnd() {
        return bidDeadline.plus(bidValidityDays, ChronoUnit.DAYS);
    }

    /** Refuses an application that comes late or where no bond is asked for. */
    public void checkApplication(Instant now) {
        if (!bondsAccepted || required.value() == 0) {
            throw new Refused(BondRefusal.FORM_NOT_ACCEPTED, Facts.field("security.forms", "BOND", "-"));
        }
        if (!now.isBefore(bidDeadline)) {
            throw new Refused(BondRefusal.AFTER_DEADLINE, Facts.field("bidDeadline", now, bidDeadline));
        }
    }
}
