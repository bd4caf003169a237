/** The room with a media server in its middle. */
package cn.qifeng.evaluation.hall.janus;
