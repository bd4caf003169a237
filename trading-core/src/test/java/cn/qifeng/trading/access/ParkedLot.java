package cn.qifeng.trading.access;

import cn.qifeng.kernel.LotId;
import cn.qifeng.kernel.TenderId;
import cn.qifeng.trading.award.domain.BidRef;
import cn.qifeng.trading.contract.domain.Terms;
import cn.qifeng.trust.keyset.KeySet;
import java.util.UUID;

/**
 * A lot in one phase.
 *
 * @param set its trustees
 * @param list hash of its bid list
 * @param recordSm3 of its opening record
 * @param objection an objection that waits for its answer
 * @param winner the bid that wins
 * @param terms of its contract
 */
record ParkedLot(
        LotPhase phase,
        TenderId tender,
        LotId lot,
        UUID project,
        String tenderCtx,
        KeySet set,
        String list,
        String recordSm3,
        UUID objection,
        BidRef winner,
        Terms terms) {}
