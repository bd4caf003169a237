/** The chain of a recorded evaluation (docs/recording.md). */
package cn.qifeng.trust.recording;
