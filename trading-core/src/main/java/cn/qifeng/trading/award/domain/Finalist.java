package cn.qifeng.trading.award.domain;

import cn.qifeng.kernel.Fen;
import cn.qifeng.kernel.Uscc;
import java.util.Objects;

/**
 * Finalist (定标候选人): a bid that the evaluation committee recommends, without rank.
 *
 * @param bid the bid
 * @param name bidder's name
 * @param uscc bidder's unified social credit code
 * @param price bid price
 * @param durationDays duration promised, calendar days
 * @param quality quality promised
 * @param projectLeader project leader named in the bid
 * @param totalScore total score as a decimal string; in method M-E, which has no scores, the reviewed price in yuan
 */
public record Finalist(
        BidRef bid,
        String name,
        Uscc uscc,
        Fen price,
        int durationDays,
        String quality,
        String projectLeader,
        String totalScore) {

    public Finalist {
        Objects.requireNonNull(bid, "bid");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(uscc, "uscc");
        Objects.requireNonNull(price, "price");
    }
}
