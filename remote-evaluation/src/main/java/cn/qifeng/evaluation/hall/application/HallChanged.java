package cn.qifeng.evaluation.hall.application;

import cn.qifeng.evaluation.panel.domain.SessionId;

/**
 * Something in a hall is new (评标厅变化); pages that are there then ask for it.
 *
 * @param what {@code text}, {@code warnings} or {@code freeze}
 */
record HallChanged(SessionId session, String what) {}
