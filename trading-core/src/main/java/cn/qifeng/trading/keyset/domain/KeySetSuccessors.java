package cn.qifeng.trading.keyset.domain;

import cn.qifeng.kernel.LotId;
import java.util.List;

/** Repository of the key sets that came after a publication (后继密钥组库). */
public interface KeySetSuccessors {

    /** Those of a lot in their order. */
    List<KeySetSuccessor> of(LotId lot);

    /** Those of all lots that are not in force. */
    List<KeySetSuccessor> waiting();

    /** Adds one that is not in force yet. */
    void add(KeySetSuccessor successor);

    /** Keeps from when on it is in force. */
    void save(KeySetSuccessor inForce);
}
