/** What members and watchers do in the hall. */
package cn.qifeng.evaluation.hall.application;
