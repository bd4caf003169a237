/** What is handed over, its states and its rules. */
package cn.qifeng.evaluation.handover.domain;
