/** Recording of evaluations: chain, heads in the log, play-back, storage and deletion (docs/recording.md). */
package cn.qifeng.evaluation.recording;
