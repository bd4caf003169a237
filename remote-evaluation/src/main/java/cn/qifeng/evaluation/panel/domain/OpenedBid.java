package cn.qifeng.evaluation.panel.domain;

import cn.qifeng.kernel.Fen;
import java.util.Optional;

/**
 * One bid of the bid list as the opening left it (开标结果). Invalid bids have no price and are not evaluated.
 *
 * @param party id of the bidder's party; empty in an order from before clarifications
 */
public record OpenedBid(
        String bidId, String name, String uscc, Optional<Fen> price, boolean valid, Optional<String> party) {

    public OpenedBid {
        party = party == null ? Optional.empty() : party;
    }
}
