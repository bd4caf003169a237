package cn.qifeng.trading.award.domain;

import cn.qifeng.kernel.Facts;
import cn.qifeng.kernel.LotId;
import cn.qifeng.kernel.PartyId;
import cn.qifeng.kernel.Refused;
import cn.qifeng.kernel.TenderId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What an award is decided on (定标资料): the result of evaluation and the settings that the tender document declared.
 *
 * @param session the evaluation session; ballots are sealed to its key set
 * @param finalists in the order of the bid list, unranked
 * @param losers bidders that are not finalists
 * @param reportSm3 SM3 of the evaluation report, hex
 */
public record AwardFile(
        TenderId tender,
        LotId lot,
        PartyId procuringEntity,
        UUID session,
        List<Finalist> finalists,
        List<Loser> losers,
        String reportSm3,
        AwardSetting setting) {

    /** Refuses an empty or too long list of finalists. */
    public AwardFile {
        finalists = List.copyOf(finalists);
        losers = List.copyOf(losers);
        if (finalists.isEmpty()) {
            throw new Refused(AwardRefusal.BAD_EVALUATION, Facts.field("finalists", 0, "1.." + setting.finalistsMax()));
        }
        if (finalists.size() > setting.finalistsMax()) {
            throw new Refused(
                    AwardRefusal.TOO_MANY_FINALISTS,
                    Facts.field("finalists", finalists.size(), setting.finalistsMax()));
        }
    }

    /** The bids that may be chosen. */
    public List<BidRef> choices() {
        return finalists.stream().map(Finalist::bid).toList();
    }

    /** The finalist with this bid. */
    public Optional<Finalist> finalist(BidRef bid) {
        return finalists.stream().filter(it -> it.bid().equals(bid)).findFirst();
    }
}
