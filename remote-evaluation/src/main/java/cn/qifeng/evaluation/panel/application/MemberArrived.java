package cn.qifeng.evaluation.panel.application;

import cn.qifeng.evaluation.panel.domain.SessionId;

/**
 * A member checked in (成员到场). Fired in the transaction of the change.
 *
 * @param number number of the member on the panel
 */
public record MemberArrived(SessionId session, String number) {}
