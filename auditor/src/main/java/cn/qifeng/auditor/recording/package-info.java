/** The chain of a recorded evaluation, and the media beside it (docs/recording.md). */
package cn.qifeng.auditor.recording;
