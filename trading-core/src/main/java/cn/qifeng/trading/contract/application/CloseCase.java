package cn.qifeng.trading.contract.application;

import cn.qifeng.kernel.Facts;
import cn.qifeng.kernel.LotId;
import cn.qifeng.kernel.Refused;
import cn.qifeng.kit.clock.LegalClock;
import cn.qifeng.trading.contract.domain.Contract;
import cn.qifeng.trading.contract.domain.ContractRefusal;
import cn.qifeng.trading.contract.domain.Contracts;
import cn.qifeng.trading.log.application.Chain;
import cn.qifeng.trading.tender.application.Progress;
import cn.qifeng.trading.tender.domain.Stage;
import cn.qifeng.trust.json.CanonicalJson;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** The bonds are given back: the case is closed (结案), and its last entry names its own number. */
@ApplicationScoped
public class CloseCase {

    private final Contracts contracts;
    private final Chain chain;
    private final Progress progress;
    private final LegalClock clock;

    CloseCase(Contracts contracts, Chain chain, Progress progress, LegalClock clock) {
        this.contracts = contracts;
        this.chain = chain;
        this.progress = progress;
        this.clock = clock;
    }

    /**
     * Closes the case once the chain has an entry for each of {@code bonds} released bonds; does nothing for a lot
     * without a contract, or the second time.
     */
    @Transactional
    public void close(LotId lot, int bonds) {
        if (!(contracts.locked(lot).orElse(null) instanceof Contract.Recorded recorded)) {
            return;
        }
        var entries = chain.entries(recorded.tender());
        long released = entries.stream()
                .filter(entry -> entry.type().equals("bond/released"))
                .count();
        if (released < bonds) {
            throw new Refused(ContractRefusal.BONDS_MISSING, Facts.field("count", released, bonds));
        }
        contracts.save(recorded.close(clock.now()));
        progress.move(lot, Stage.CLOSED);
        chain.append(recorded.tender(), "tender/closed", CanonicalJson.object().put("last", nextNumber(recorded)));
    }

    private long nextNumber(Contract.Recorded contract) {
        return chain.head(contract.tender()).orElseThrow().n() + 1;
    }
}
