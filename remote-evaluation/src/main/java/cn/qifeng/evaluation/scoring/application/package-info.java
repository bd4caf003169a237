/** Use cases from the first sheet to the concluded review. */
package cn.qifeng.evaluation.scoring.application;
