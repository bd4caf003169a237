package cn.qifeng.trading.contract.application;

import cn.qifeng.kernel.LotId;
import cn.qifeng.kernel.PartyId;
import cn.qifeng.trading.award.application.ReadAward;
import cn.qifeng.trading.contract.domain.Contract;
import cn.qifeng.trading.contract.domain.ContractRefusal;
import cn.qifeng.trading.contract.domain.Contracts;
import cn.qifeng.trading.party.application.Directory;
import cn.qifeng.trading.tender.application.Lots;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** Shows a contract to its parties, the agency and the supervisor. */
@ApplicationScoped
public class ReadContract {

    private static final int DAYS_MAX = 30;

    private final Contracts contracts;
    private final ReadAward readAward;
    private final Lots lots;
    private final Directory directory;

    ReadContract(Contracts contracts, ReadAward readAward, Lots lots, Directory directory) {
        this.contracts = contracts;
        this.readAward = readAward;
        this.lots = lots;
        this.directory = directory;
    }

    /** A contract and by how many days it came too late after the award notice (招标投标法 §46). */
    public record Shown(Contract contract, long daysLate) {}

    /** The contract of a lot. */
    @Transactional
    public Shown of(LotId lot) {
        var award = readAward.noticed(lot);
        var contract = contracts
                .of(lot)
                .filter(it -> it.winner().equals(award.winner().hex()))
                .orElseThrow(ContractRefusal.NOT_FOUND::refused);
        return new Shown(contract, contract.terms().daysLate(award.noticedAt(), DAYS_MAX));
    }

    /** Refuses with {@code contract/not-found} whoever has no part in it. */
    @Transactional
    public void requirePart(LotId lot, PartyId caller) {
        var published = lots.of(lot);
        boolean side = caller.equals(published.procuringEntity().id())
                || caller.equals(published.agency().id());
        var uscc = directory.party(caller).uscc();
        if (!side && !readAward.noticed(lot).winning().uscc().equals(uscc)) {
            throw ContractRefusal.NOT_FOUND.refused();
        }
    }
}
