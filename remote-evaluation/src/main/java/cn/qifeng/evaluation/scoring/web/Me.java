package cn.qifeng.evaluation.scoring.web;

/** The caller's own seat. */
record Me(String number, String state, String member) {}
