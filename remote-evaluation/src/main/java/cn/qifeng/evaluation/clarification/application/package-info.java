/** Use cases from the proposed question to the finding on its answer. */
package cn.qifeng.evaluation.clarification.application;
