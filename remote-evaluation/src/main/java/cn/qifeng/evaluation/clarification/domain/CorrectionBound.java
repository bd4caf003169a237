package cn.qifeng.evaluation.clarification.domain;

import cn.qifeng.evaluation.panel.domain.SessionId;
import cn.qifeng.kernel.Fen;

/** A corrected price binds its bidder (修正价确认). Fired in the transaction of the finding. */
public record CorrectionBound(SessionId session, String bidId, Fen corrected) {}
