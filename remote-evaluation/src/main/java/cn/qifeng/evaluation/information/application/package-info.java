/** Use cases of information for a panel. */
package cn.qifeng.evaluation.information.application;
