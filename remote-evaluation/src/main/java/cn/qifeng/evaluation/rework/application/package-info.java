/** Use cases that begin and end a re-review. */
package cn.qifeng.evaluation.rework.application;
