package cn.qifeng.evaluation.rework.application;

import cn.qifeng.evaluation.panel.domain.SessionId;

/**
 * A panel reviews once more (复评开始): result and report of before are laid aside. Fired in the transaction of the change.
 *
 * @param number of the re-review
 */
public record ReworkBegun(SessionId session, int number) {}
