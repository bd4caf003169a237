package cn.qifeng.evaluation.panel.domain;

import cn.qifeng.kernel.Fen;
import java.util.Optional;

/**
 * One bid of the bid list as the opening left it (开标结果). Invalid bids have no price and are not evaluated.
 *
 * @param durationDays calendar days that it offers; empty in an order from before method M-E
 * @param party id of the bidder's party; empty in an order from before clarifications
 */
public record OpenedBid(
        String bidId,
        String name,
        String uscc,
        Optional<Fen> price,
        boolean valid,
        Optional<Integer> durationDays,
        Optional<String> party) {

    public OpenedBid {
        durationDays = durationDays == null ? Optional.empty() : durationDays;
        party = party == null ? Optional.empty() : party;
    }
}
