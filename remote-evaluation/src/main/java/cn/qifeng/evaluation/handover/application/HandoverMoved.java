package cn.qifeng.evaluation.handover.application;

import cn.qifeng.evaluation.handover.domain.Handover;

/** Something was handed over, sent back or received (移交状态变化). Fired in the transaction of the change. */
record HandoverMoved(Handover handover) {}
