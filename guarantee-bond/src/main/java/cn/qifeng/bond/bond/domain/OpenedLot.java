package cn.qifeng.bond.bond.domain;

import cn.qifeng.kernel.LotId;
import cn.qifeng.kernel.TenderId;
import java.time.Instant;

/**
 * A lot whose bonds were opened (已开标标段).
 *
 * @param procuringEntity credit code of the procuring entity
 * @param agency credit code of the agency
 * @param releasedAt when its bonds were given back, {@code null} before
 */
public record OpenedLot(
        LotId lot, TenderId tender, String procuringEntity, String agency, Instant openedAt, Instant releasedAt) {

    /** The same with its bonds given back. */
    public OpenedLot release(Instant now) {
        return new OpenedLot(lot, tender, procuringEntity, agency, openedAt, now);
    }
}
