/** Recordings, their chain, and who may see or delete them. */
package cn.qifeng.evaluation.recording.domain;
