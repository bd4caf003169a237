package cn.qifeng.evaluation.scoring.web;

/** One member's progress, by expert number. */
record Progress(String number, String state, boolean committed, boolean revealed) {}
