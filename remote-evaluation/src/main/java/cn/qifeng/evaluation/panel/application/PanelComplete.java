package cn.qifeng.evaluation.panel.application;

import cn.qifeng.evaluation.panel.domain.SessionId;
import java.time.Instant;

/**
 * The panel is complete and begins to work (评标委员会组成). Fired in the transaction of the change, each time.
 *
 * @param at legal time
 */
public record PanelComplete(SessionId session, Instant at) {}
