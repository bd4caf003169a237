package cn.qifeng.evaluation.panel.domain;

import cn.qifeng.kernel.Fen;
import java.util.Optional;

/** One bid of the bid list as the opening left it (开标结果). Invalid bids have no price and are not evaluated. */
public record OpenedBid(String bidId, String name, String uscc, Optional<Fen> price, boolean valid) {}
