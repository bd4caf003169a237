/** Recorders as processes beside the service, and their files. */
package cn.qifeng.evaluation.recording.process;
