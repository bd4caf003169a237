/** Recordings over HTTP. */
package cn.qifeng.evaluation.recording.web;
