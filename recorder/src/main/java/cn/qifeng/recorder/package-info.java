/** Recording of one evaluation hall in a JVM of its own (docs/recording.md). */
package cn.qifeng.recorder;
