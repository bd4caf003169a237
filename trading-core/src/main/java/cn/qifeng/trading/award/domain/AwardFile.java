package cn.qifeng.trading.award.domain;

import cn.qifeng.kernel.Facts;
import cn.qifeng.kernel.LotId;
import cn.qifeng.kernel.PartyId;
import cn.qifeng.kernel.Refused;
import cn.qifeng.kernel.TenderId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What an award is decided on (定标资料): the result of evaluation and the settings that the tender document declared.
 *
 * @param session the evaluation session; ballots are sealed to its key set
 * @param finalists unranked in the order of the bid list, or ranked, the best first
 * @param losers bidders that are not finalists
 * @param reportSm3 SM3 of the evaluation report, hex
 * @param passed ranked candidates that were passed over, in order
 */
public record AwardFile(
        TenderId tender,
        LotId lot,
        PartyId procuringEntity,
        UUID session,
        List<Finalist> finalists,
        List<Loser> losers,
        String reportSm3,
        AwardSetting setting,
        List<PassedOver> passed) {

    /** Nobody was passed over. */
    public AwardFile(
            TenderId tender,
            LotId lot,
            PartyId procuringEntity,
            UUID session,
            List<Finalist> finalists,
            List<Loser> losers,
            String reportSm3,
            AwardSetting setting) {
        this(tender, lot, procuringEntity, session, finalists, losers, reportSm3, setting, List.of());
    }

    /** Refuses an empty or too long list of finalists. */
    public AwardFile {
        finalists = List.copyOf(finalists);
        losers = List.copyOf(losers);
        passed = passed == null ? List.of() : List.copyOf(passed);
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

    /** The bids that may still win, in their order. */
    public List<BidRef> eligible() {
        return choices().stream()
                .filter(bid -> passed.stream().noneMatch(it -> it.bid().equals(bid)))
                .toList();
    }

    /** The same with one more candidate passed over. */
    AwardFile passing(PassedOver more) {
        var all = new ArrayList<>(passed);
        all.add(more);
        return new AwardFile(tender, lot, procuringEntity, session, finalists, losers, reportSm3, setting, all);
    }

    /** The finalist with this bid. */
    public Optional<Finalist> finalist(BidRef bid) {
        return finalists.stream().filter(it -> it.bid().equals(bid)).findFirst();
    }
}
