package cn.qifeng.evaluation.panel.application;

import cn.qifeng.evaluation.panel.domain.SessionId;

/** A member left the panel (成员离席); whatever it concluded is void. Fired in the transaction of the change. */
public record MemberLeft(SessionId session, String member) {}
