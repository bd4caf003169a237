/** Runs recorders, takes their chain, plays it back, deletes media. */
package cn.qifeng.evaluation.recording.application;
