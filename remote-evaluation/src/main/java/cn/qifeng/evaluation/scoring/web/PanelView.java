package cn.qifeng.evaluation.scoring.web;

import java.util.List;

/** Size, leader and progress of a panel. */
record PanelView(int size, String leader, List<Progress> members) {}
