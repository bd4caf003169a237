package cn.qifeng.evaluation.scoring.web;

/** Name and credit code of a bidder. */
record Unit(String name, String uscc) {}
