package cn.qifeng.trading.contract.domain;

import cn.qifeng.kernel.LotId;
import java.util.Optional;

/** The contracts of all lots (合同库). */
public interface Contracts {

    /** The contract of one lot, once the procuring entity has signed. */
    Optional<Contract> of(LotId lot);

    /** The same, locked until the transaction ends. */
    Optional<Contract> locked(LotId lot);

    /** Keeps a new state. */
    void save(Contract contract);
}
