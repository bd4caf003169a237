/** Recordings in the database. */
package cn.qifeng.evaluation.recording.persistence;
