package cn.qifeng.evaluation.site.application;

import cn.qifeng.evaluation.panel.domain.SessionId;
import cn.qifeng.evaluation.site.domain.SeatPlace;

/** A member has another seat than before, because its own broke (换席). */
public record Reseated(SessionId session, String number, SeatPlace place) {}
